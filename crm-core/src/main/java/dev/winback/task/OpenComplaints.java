package dev.winback.task;

import dev.winback.complaint.Complaint;
import dev.winback.complaint.Complaints;
import dev.winback.complaint.ComplaintsRecorded;
import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.why.FindingField;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Complaints told on the telephone: service has them, the loss waits, and its rep is told by a task
 * when one is resolved.
 */
@Component
class OpenComplaints {

  private static final String SOURCE = "winback";
  private static final String SOLVED = Sql.of(OpenComplaints.class, "complaint-solved.sql");
  private static final String REOPENED = Sql.of(OpenComplaints.class, "complaint-reopened.sql");

  private static final String WITHDRAWN = Sql.of(OpenComplaints.class, "complaint-withdrawn.sql");

  private final JdbcClient jdbc;
  private final Complaints complaints;
  private final WorkRules rules;
  private final BusinessClock clock;

  OpenComplaints(JdbcClient jdbc, Complaints complaints, WorkRules rules, BusinessClock clock) {
    this.rules = rules;
    this.jdbc = jdbc;
    this.complaints = complaints;
    this.clock = clock;
  }

  void open(Task task, CallLog log, long call, Instant now) {
    complaints.record(List.of(complaint(ref(task.customer()), log, call, now)));
    jdbc.sql(
            """
            insert into complaint_wait (call_id, lapse_id, complaint_id) values (:call, :lapse, :complaint)
            """)
        .param("call", call)
        .param("lapse", task.lapse().value())
        .param("complaint", complaints.number(SOURCE, own(call)))
        .update();
  }

  private String ref(CustomerId customer) {
    return jdbc.sql("select ref from customer where id = :id")
        .param("id", customer.value())
        .query(String.class)
        .single();
  }

  private static Complaint complaint(String ref, CallLog log, long call, Instant now) {
    var text = log.note().isBlank() ? null : log.note();
    return new Complaint(
        0,
        ref,
        SOURCE,
        own(call),
        now,
        text,
        log.severity(),
        human(log),
        null,
        null,
        null,
        null,
        0b111);
  }

  private static @Nullable Boolean human(CallLog log) {
    var said = log.learnt().said().get(FindingField.HUMAN);
    return said == null || said.isBlank() ? null : said.equals("true") || said.equals("yes");
  }

  private static String own(long call) {
    return "call-" + call;
  }

  /**
   * The call is taken back, what was complained about in it, and the question whether it is solved.
   */
  void withdraw(Task task, long call) {
    var complaint =
        jdbc.sql("delete from complaint_wait where call_id = :call returning complaint_id")
            .param("call", call)
            .query(Long.class)
            .optional();
    complaint.ifPresent(id -> complaints.remove(task.customer(), id, SOURCE));
    if (complaint.isPresent()) {
      jdbc.sql(WITHDRAWN).param("lapse", task.lapse().value()).param("now", clock.utc()).update();
    }
  }

  @EventListener
  void on(ComplaintsRecorded recorded) {
    var customers = recorded.customers().stream().map(CustomerId::value).toArray(Long[]::new);
    sweep(REOPENED, customers).update();
    sweep(SOLVED, customers).param("day", rules.days().onOrAfter(clock.today())).update();
  }

  private JdbcClient.StatementSpec sweep(String sql, Long[] customers) {
    return jdbc.sql(sql).param("customers", customers).param("now", clock.utc());
  }
}
