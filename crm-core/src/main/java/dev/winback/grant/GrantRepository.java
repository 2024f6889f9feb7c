package dev.winback.grant;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface GrantRepository extends Repository<Grant, Long> {

  Grant saveAndFlush(Grant grant);

  Optional<Grant> findById(long id);

  List<Grant> findByCallIdOrderById(long callId);

  List<Grant> findByLapseIdOrderById(long lapseId);

  /** Locked, so that two people do not decide at once. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("from Grant where id = :id")
  Optional<Grant> lock(long id);
}
