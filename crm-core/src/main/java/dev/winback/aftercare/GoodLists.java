package dev.winback.aftercare;

import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sentence;
import dev.winback.shared.Sql;
import dev.winback.signal.Signal;
import dev.winback.signal.SignalKind;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The open contacts with customers who are not lost, and what these show. */
@Service
@Transactional(readOnly = true)
public class GoodLists {

  public static final List<String> KINDS = List.of("sign", "vip", "birthday", "occasion");

  private static final String LIST = Sql.of(GoodLists.class, "good.sql");

  private final JdbcClient jdbc;
  private final Signals signals;
  private final GoodPlan plan;
  private final BusinessClock clock;

  GoodLists(JdbcClient jdbc, Signals signals, GoodPlan plan, BusinessClock clock) {
    this.jdbc = jdbc;
    this.signals = signals;
    this.plan = plan;
    this.clock = clock;
  }

  /** A rep's own, a manager's all. */
  public Paged<GoodContact> page(
      GoodFilter filter, @Nullable String after, int limit, Actor actor) {
    var cursor = Cursor.decode(after, 2);
    var asked = known(filter, actor);
    asked.put("after_id", cursor == null ? null : cursor.number(1));
    asked.put("after_day", cursor == null ? null : cursor.day(0));
    var rows = select("/*list*/", limit + 1, asked).query(GoodContact.class).list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.dueOn(), row.id()));
  }

  public long count(GoodFilter filter, Actor actor) {
    return select("select count(*) from (/*list*/) g", null, known(filter, actor))
        .query(Long.class)
        .single();
  }

  /** The member's own, also of a manager; at most so many. */
  public List<GoodContact> mine(int limit, Actor actor) {
    var asked = known(GoodFilter.ALL, actor);
    asked.put("member", actor.member());
    return select("/*list*/", limit, asked).query(GoodContact.class).list();
  }

  public GoodContact one(long id, Actor actor) {
    var asked = known(GoodFilter.ALL, actor);
    asked.put("id", id);
    asked.put("listed", null);
    return select("/*list*/", 1, asked)
        .query(GoodContact.class)
        .optional()
        .orElseThrow(() -> new NotFound("contact"));
  }

  public void export(GoodFilter filter, Actor actor, Consumer<GoodContact> sink) {
    actor.require(Permission.EXPORT);
    var list = select("/*list*/", null, known(filter, actor)).withFetchSize(500);
    try (var rows = list.query(GoodContact.class).stream()) {
      rows.forEach(sink);
    }
  }

  private Map<String, @Nullable Object> known(GoodFilter filter, Actor actor) {
    actor.require(Permission.READ_TASKS);
    var known = new HashMap<String, @Nullable Object>();
    known.put("day", clock.today());
    known.put("kind", filter.asked());
    known.put("occasion", filter.occasion());
    known.put("listed", true);
    known.put("member", actor.may(Permission.SEE_ALL_TASKS) ? null : actor.member());
    return known;
  }

  private JdbcClient.StatementSpec select(
      String sql, @Nullable Integer limit, Map<String, @Nullable Object> asked) {
    var list = Pieces.limited(Pieces.asked(LIST, asked), limit);
    return jdbc.sql(sql.replace("/*list*/", list)).params(asked);
  }

  /** By customer, what is to be watched at him; contact data have their own check. */
  public Map<Long, List<Sentence>> why(List<GoodContact> rows) {
    var customers =
        rows.stream()
            .map(row -> new CustomerId(row.customer()))
            .collect(Collectors.toUnmodifiableSet());
    return signals.of(customers).entrySet().stream()
        .collect(Collectors.toMap(one -> one.getKey().value(), one -> weak(one.getValue())));
  }

  private static List<Sentence> weak(List<Signal> shown) {
    return shown.stream()
        .filter(signal -> signal.weak() && signal.kind() != SignalKind.STALE_CONTACT)
        .map(Signal::sentence)
        .toList();
  }

  /** What the month still owes its VIPs; a rep's own, a manager's all. */
  public VipCalls month(Actor actor) {
    actor.require(Permission.READ_TASKS);
    return plan.month(clock.today(), actor.may(Permission.SEE_ALL_TASKS) ? null : actor.member());
  }
}
