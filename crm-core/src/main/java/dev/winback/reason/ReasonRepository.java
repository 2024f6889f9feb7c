package dev.winback.reason;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ReasonRepository extends Repository<ReasonNode, String> {

  List<ReasonNode> findAllByOrderByPositionAscCodeAsc();

  Optional<ReasonNode> findById(String code);

  ReasonNode saveAndFlush(ReasonNode reason);
}
