package dev.winback.script;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ScriptRepository extends Repository<ScriptNode, Long> {

  List<ScriptNode> findAllByOrderByPositionAscIdAsc();

  Optional<ScriptNode> findById(Long id);

  ScriptNode saveAndFlush(ScriptNode text);
}
