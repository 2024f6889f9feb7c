package dev.winback.lapse;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LapseRepository extends Repository<Lapse, Long> {

  Optional<Lapse> findById(long id);

  Lapse saveAndFlush(Lapse lapse);
}
