package dev.winback.lapse;

import dev.winback.shared.Refused;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface LapseRepository extends Repository<Lapse, Long> {

  Optional<Lapse> findById(long id);

  Optional<Lapse> findByCustomerIdAndStageIn(long customer, Collection<Stage> stages);

  /** A customer has one open lapse at most (I1). */
  default Optional<Lapse> open(long customer) {
    return findByCustomerIdAndStageIn(
        customer, Arrays.stream(Stage.values()).filter(Stage::open).toList());
  }

  Optional<Lapse> findFirstByCustomerIdAndStageAndClosingCloseReasonOrderByIdDesc(
      long customer, Stage stage, String reason);

  /** Nobody works again on the lapses of an erased person. */
  default void requirePerson(Lapse lapse) {
    if (erased(lapse.customer())) {
      throw new Refused("refused.lapse.erased");
    }
  }

  /** Behind one that ended later no order would return it, and no new loss be found. */
  default void requireLast(Lapse lapse) {
    if (overtaken(lapse.id().value())) {
      throw new Refused("refused.lapse.another-since");
    }
  }

  @Query(
      nativeQuery = true,
      value =
          """
          select exists (select from lapse l join lapse n on n.customer_id = l.customer_id and n.number > l.number
                          where l.id = :lapse
                            and n.stage not in ('FALSE_ALARM', 'MERGED', 'LATE', 'LOST', 'DECIDED', 'WORKING'))
          """)
  boolean overtaken(@Param("lapse") long lapse);

  @Query(
      nativeQuery = true,
      value = "select exists (select from customer where id = :customer and erased_at is not null)")
  boolean erased(@Param("customer") long customer);

  /** Locked, so that of two who tell something at once the second one sees what the first told. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("from Lapse where id = :id")
  Optional<Lapse> lock(@Param("id") long id);

  /** Stores it at once; refused where it is open again and the customer has another open one. */
  default void keep(Lapse lapse) {
    try {
      saveAndFlush(lapse);
    } catch (DataIntegrityViolationException broken) {
      if (String.valueOf(broken.getMessage()).contains("lapse_open")) {
        throw new Refused("refused.lapse.another-open");
      }
      throw broken;
    }
  }

  Lapse saveAndFlush(Lapse lapse);
}
