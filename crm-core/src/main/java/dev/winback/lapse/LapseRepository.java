package dev.winback.lapse;

import java.util.Collection;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LapseRepository extends Repository<Lapse, Long> {

  Optional<Lapse> findById(long id);

  Optional<Lapse> findByCustomerIdAndStageIn(long customer, Collection<Stage> stages);

  Lapse saveAndFlush(Lapse lapse);
}
