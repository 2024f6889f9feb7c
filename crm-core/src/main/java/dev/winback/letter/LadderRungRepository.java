package dev.winback.letter;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LadderRungRepository extends Repository<LadderRung, Integer> {

  List<LadderRung> findAllByOrderByNumber();

  Optional<LadderRung> findById(int number);

  LadderRung saveAndFlush(LadderRung rung);
}
