package dev.winback.task;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TaskRepository extends Repository<Task, Long> {

  Task saveAndFlush(Task task);

  Optional<Task> findById(long id);

  List<Task> findByCustomerIdAndState(long customerId, String state);

  /** The loss itself and what became part of it by a merge. */
  @NativeQuery("select parts_of(:lapse)")
  List<Long> parts(long lapse);

  /** Locked, so that the same card sent twice at once is one call and one replay. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("from Task where id = :id")
  Optional<Task> lock(long id);
}
