package dev.winback.offer;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface KindRepository extends Repository<KindNode, String> {

  List<KindNode> findAllByOrderByPositionAscCodeAsc();

  Optional<KindNode> findById(String code);

  KindNode saveAndFlush(KindNode kind);
}
