package dev.winback.lapse;

import dev.winback.shared.Refused;
import java.util.Collection;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface LapseRepository extends Repository<Lapse, Long> {

  Optional<Lapse> findById(long id);

  Optional<Lapse> findByCustomerIdAndStageIn(long customer, Collection<Stage> stages);

  /** Nobody works again on the lapses of an erased person. */
  default void requirePerson(Lapse lapse) {
    if (erased(lapse.customer())) {
      throw new Refused("refused.lapse.erased");
    }
  }

  @Query(
      nativeQuery = true,
      value = "select exists (select from customer where id = :customer and erased_at is not null)")
  boolean erased(@Param("customer") long customer);

  Lapse saveAndFlush(Lapse lapse);
}
