package dev.winback.customer;

import dev.winback.shared.AdvisoryLock;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settled;
import dev.winback.shared.Stages;
import dev.winback.shared.Stages.Overtaken;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes staged customers over. */
@Component
class CustomerMerge implements Intake<CustomerEntry> {

  private static final int CUSTOMERS_PER_SLICE = 5_000;

  private static final String TABLES = CustomerSql.of("staging.sql");
  private static final String REFUSE = CustomerSql.of("refuse.sql");
  private static final String SETTLE = CustomerSql.of("settle.sql");
  private static final String SETTLED = CustomerSql.of("settled.sql");
  private static final String NUMBER_BACK = CustomerSql.of("number-back.sql");
  private static final String KEEP_HISTORY = CustomerSql.of("keep-history.sql");
  private static final String CORRECT = CustomerSql.of("correct.sql");
  private static final String CAREFUL = CustomerSql.of("careful-told.sql");
  private static final String INSERT = CustomerSql.of("insert.sql");
  private static final String ADD_NUMBERS = CustomerSql.of("number-add.sql");
  private static final String ALLOW = CustomerSql.of("allow-told.sql");
  private static final String MAILBOXES = CustomerSql.of("mailbox-told.sql");
  private static final String LOCK = CustomerSql.of("lock-told.sql");
  private static final String STOP = CustomerSql.of("stop-told.sql");

  /** Who stands behind the numbers of a batch, and by which number he will be known. */
  private static final List<String> IDENTIFY =
      List.of(
          CustomerSql.of("number.sql"),
          CustomerSql.byNumber(),
          CustomerSql.byMail(),
          CustomerSql.byPhone(),
          CustomerSql.of("follow.sql"),
          CustomerSql.of("name.sql"));

  private final JdbcClient jdbc;
  private final Stages stages;
  private final CustomerRows rows;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;
  private final CustomerTakeBack takeBack;
  private final DuplicateGroups groups;

  CustomerMerge(
      JdbcClient jdbc,
      Stages stages,
      CustomerRows rows,
      BusinessClock clock,
      ApplicationEventPublisher events,
      CustomerTakeBack takeBack,
      DuplicateGroups groups) {
    this.jdbc = jdbc;
    this.stages = stages;
    this.rows = rows;
    this.clock = clock;
    this.events = events;
    this.takeBack = takeBack;
    this.groups = groups;
  }

  @Override
  public void open(Staging staging) {
    stages.open(staging, TABLES);
  }

  @Override
  public void stage(Staging staging, List<CustomerEntry> entries) {
    stages.fill(staging, "copy staging_customer from stdin (format binary)", rows.of(entries));
  }

  @Override
  public Settled settle(Staging staging) {
    return settle(staging, false);
  }

  /** By hand: what a person of the firm writes down may also be a new consent. */
  Settled settle(Staging staging, boolean hand) {
    var statements = new ArrayList<>(IDENTIFY);
    statements.addAll(List.of(REFUSE, SETTLE, SETTLED));
    var figures =
        Map.of(
            "size", CUSTOMERS_PER_SLICE,
            "hand", hand,
            "now", clock.utc());
    var settled = stages.settle(staging, figures, statements.toArray(String[]::new));
    stages.enter(staging);
    rows.rereadPhones();
    stages.leave(staging);
    return settled;
  }

  @Override
  public Tally merge(Staging staging, int slice, @Nullable Long importId) {
    lock();
    stages.enter(staging);
    stop(slice, importId);
    run(NUMBER_BACK, slice, importId);
    run(KEEP_HISTORY, slice, importId);
    run(CORRECT, slice, importId);
    run(CAREFUL, slice, importId);
    int created = run(INSERT, slice, importId);
    run(ADD_NUMBERS, slice, importId);
    run(ALLOW, slice, importId);
    int changed = changed(slice);
    var departed = departed(slice);
    groups.regroupSlice(slice);
    stages.leave(staging);
    if (!departed.isEmpty()) {
      events.publishEvent(new CustomersDeparted(departed));
    }
    return new Tally(created, changed, 0);
  }

  /** The mailboxes first, then the customers: the order of every opt-out. */
  private void stop(int slice, @Nullable Long importId) {
    jdbc.sql(MAILBOXES).param("slice", slice).update();
    if (jdbc.sql(LOCK).param("slice", slice).query(String.class).list().isEmpty()) {
      return;
    }
    jdbc.sql(STOP)
        .param("slice", slice)
        .param("import", importId)
        .query(String.class)
        .list()
        .forEach(address -> events.publishEvent(new AddressSuppressed(address)));
  }

  /** Known customers of whom a file says that there is nobody to win back any more (DET-23). */
  private Set<CustomerId> departed(int slice) {
    return jdbc
        .sql(
            """
            select c.id from pending_customer s join customer c on c.id = s.customer_id
            where s.slice = :slice and s.known and s.differs and c.status <> 'active'
            """)
        .param("slice", slice)
        .query((row, n) -> new CustomerId(row.getLong(1)))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  private int changed(int slice) {
    return jdbc.sql(
            "select count(*) from pending_customer where slice = :slice and known and differs")
        .param("slice", slice)
        .query(Integer.class)
        .single();
  }

  @Override
  public void drop(Staging staging) {
    if (staging.schema() == null) {
      jdbc.sql("drop table pg_temp.number_customer").update();
    }
    stages.drop(staging, "customer");
  }

  @Override
  public List<Overtaken> overtaken(Staging staging, long afterLine, int limit) {
    return stages.overtaken(staging, "refused_customer", afterLine, limit);
  }

  /** One writer of facts at a time, see {@link Customers#lockFacts}. */
  private void lock() {
    AdvisoryLock.FACTS.take(jdbc);
  }

  @Override
  public long takeBack(RunBack back, long fromCustomer, long untilCustomer) {
    lock();
    return takeBack.takeBack(back, fromCustomer, untilCustomer);
  }

  private int run(String statement, int slice, @Nullable Long importId) {
    return jdbc.sql(statement)
        .param("slice", slice)
        .param("import", importId)
        .param("day", clock.today())
        .update();
  }
}
