package dev.winback.grant;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface GrantRepository extends Repository<Grant, Long> {

  Grant saveAndFlush(Grant grant);

  Optional<Grant> findById(long id);

  List<Grant> findByCallIdOrderById(long callId);

  /** Of a loss with those that became part of it. */
  @NativeQuery(
      """
      select g.* from offer_grant g
       where g.lapse_id in (select parts_of(:loss))
       order by g.id
      """)
  List<Grant> ofLoss(long loss);

  /** The loss that this one became part of, or itself. */
  @NativeQuery("select coalesce(merged_with, id) from lapse where id = :lapse")
  Optional<Long> lossOf(long lapse);

  /** Locked, so that two people do not decide at once. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("from Grant where id = :id")
  Optional<Grant> lock(long id);
}
