package dev.winback.task;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.LapseRow;
import dev.winback.shared.Refused;
import dev.winback.staff.MemberId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One thing a member has to do for a lapse on a day. */
@Entity
class Task {

  private static final String OPEN = "open";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private long lapseId;
  private long customerId;
  private long memberId;
  private String kind = TaskKind.CALL.code();
  private String state = OPEN;
  private LocalDate dueOn = LocalDate.EPOCH;
  private @Nullable Instant dueAt;
  private @Nullable String part;
  private int attempt = 1;
  private @Nullable String aim;
  private @Nullable String place;
  private BigDecimal weight = BigDecimal.ZERO;
  private @Nullable Instant closedAt;
  private boolean endedWithLapse;
  private boolean endedByQueue;
  private Instant createdAt = Instant.EPOCH;

  @Version private long version;

  protected Task() {}

  /** One beside the plan; whose and when is said by {@link #set}. */
  static Task of(TaskKind kind, LapseRow lapse, CustomerId customer, Instant now) {
    var task = new Task();
    task.lapseId = lapse.id().value();
    task.customerId = customer.value();
    task.weight = lapse.valueYear().amount();
    task.kind = kind.code();
    task.createdAt = now;
    return task;
  }

  /** Whoever has it and whenever it was before. */
  void set(MemberId member, LocalDate on, @Nullable Instant at) {
    requireOpen();
    memberId = member.value();
    dueOn = on;
    dueAt = at;
  }

  /** The step that follows a finished task. */
  Task next(TaskKind kind, LocalDate on, @Nullable Instant at, Instant now) {
    var next = new Task();
    next.lapseId = lapseId;
    next.customerId = customerId;
    next.memberId = memberId;
    next.weight = weight;
    next.attempt = kind == kind() ? attempt + 1 : 1;
    next.kind = kind.code();
    next.dueOn = on;
    next.dueAt = at;
    next.createdAt = now;
    return next;
  }

  void inPart(@Nullable DayPart part) {
    this.part = part == null ? null : part.code();
  }

  void inOrderTo(@Nullable String aim) {
    this.aim = aim;
  }

  void at(@Nullable String place) {
    this.place = place;
  }

  /** Its loss is part of another one: that one is worked on. */
  void belongTo(LapseId loss) {
    lapseId = loss.value();
  }

  void move(LocalDate on, @Nullable Instant at) {
    requireOpen();
    dueOn = on;
    dueAt = at;
    part = null;
  }

  void finish(Instant now) {
    requireOpen();
    state = "done";
    closedAt = now;
  }

  void cancel(Instant now) {
    requireOpen();
    state = "cancelled";
    closedAt = now;
  }

  /** It ended with its loss or for want of an assignee, and does not come back with them. */
  void stayEnded() {
    endedWithLapse = false;
    endedByQueue = false;
  }

  /** An undo opens it again. */
  void reopen() {
    state = OPEN;
    closedAt = null;
  }

  private void requireOpen() {
    if (!open()) {
      throw new Refused("task.refused.closed");
    }
  }

  boolean open() {
    return OPEN.equals(state);
  }

  TaskId id() {
    return new TaskId(Objects.requireNonNull(id));
  }

  LapseId lapse() {
    return new LapseId(lapseId);
  }

  CustomerId customer() {
    return new CustomerId(customerId);
  }

  boolean sameWork(LapseId lapse, TaskKind kind) {
    return lapseId == lapse.value() && kind() == kind;
  }

  @Nullable String aim() {
    return aim;
  }

  LocalDate dueOn() {
    return dueOn;
  }

  @Nullable Instant dueAt() {
    return dueAt;
  }

  @Nullable DayPart part() {
    return DayPart.ofCode(part);
  }

  MemberId member() {
    return new MemberId(memberId);
  }

  boolean of(long member) {
    return memberId == member;
  }

  TaskKind kind() {
    return TaskKind.ofCode(kind);
  }

  int attempt() {
    return attempt;
  }
}
