package dev.winback.aftercare;

import dev.winback.customer.CustomerErased;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Stage;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What returned customers say of us (RET-06), published with their consent only. */
@Service
@Transactional
public class Testimonials {

  public static final List<String> SHOWN =
      List.of("all", "published", "asked", "agreed", "declined");

  private static final Set<Stage> RETURNED = Set.of(Stage.RETURNED, Stage.RESTORED, Stage.SAFE);

  private static final String WHERE =
      Sql.of(Testimonials.class, "testimonials-where.sql").replace("/*visible*/", Visible.CUSTOMER);
  private static final String LIST =
      Sql.of(Testimonials.class, "testimonials.sql").replace("/*where*/", WHERE);
  private static final String ADD = Sql.of(Testimonials.class, "testimonial-add.sql");

  private final JdbcClient jdbc;
  private final Lapses lapses;
  private final BusinessClock clock;

  Testimonials(JdbcClient jdbc, Lapses lapses, BusinessClock clock) {
    this.jdbc = jdbc;
    this.lapses = lapses;
    this.clock = clock;
  }

  /** Writes an answer down; its number, by which it is taken back. */
  public long tell(LapseId lapse, TestimonialEntry entry, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    lapses.requireVisible(lapse, actor);
    requireReturned(lapse);
    return jdbc.sql(ADD)
        .param("lapse", lapse.value())
        .param("state", entry.answered())
        .param("words", entry.said())
        .param("signature", entry.named())
        .param("until", entry.last())
        .param("member", actor.member())
        .param("now", clock.utc())
        .query(Long.class)
        .single();
  }

  private void requireReturned(LapseId lapse) {
    if (!RETURNED.contains(lapses.state(lapse).stage())) {
      throw new Refused("testimonial.refused.open");
    }
  }

  /** It was told by mistake: what was told before stands again. */
  public void undo(long id, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var lapse =
        jdbc.sql("select lapse_id from testimonial where id = :id")
            .param("id", id)
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new NotFound("testimonial"));
    lapses.requireVisible(new LapseId(lapse), actor);
    jdbc.sql("update testimonial set undone_at = coalesce(undone_at, :now) where id = :id")
        .param("now", clock.utc())
        .param("id", id)
        .update();
  }

  /** What stands of one loss. */
  @Transactional(readOnly = true)
  public Optional<Testimonial> of(LapseId lapse, Actor actor) {
    return list("all", lapse, actor)
        .param("before", Long.MAX_VALUE)
        .param("limit", 1)
        .query(Testimonial.class)
        .optional();
  }

  @Transactional(readOnly = true)
  public Paged<Testimonial> page(
      @Nullable String show, @Nullable String after, int limit, Actor actor) {
    var rows =
        list(show, null, actor)
            .param("before", Cursor.number(after, Long.MAX_VALUE))
            .param("limit", limit + 1)
            .query(Testimonial.class)
            .list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.id()));
  }

  @Transactional(readOnly = true)
  public long count(@Nullable String show, Actor actor) {
    return select("select count(*) " + WHERE, show, null, actor).query(Long.class).single();
  }

  /** Those alone that may be published today, whatever the list shows. */
  @Transactional(readOnly = true)
  public void export(Actor actor, Consumer<Testimonial> sink) {
    actor.require(Permission.EXPORT);
    var all = list("published", null, actor).param("before", Long.MAX_VALUE).param("limit", null);
    try (var rows = all.withFetchSize(500).query(Testimonial.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec list(
      @Nullable String show, @Nullable LapseId lapse, Actor actor) {
    return select(LIST, show, lapse, actor);
  }

  private JdbcClient.StatementSpec select(
      String sql, @Nullable String show, @Nullable LapseId lapse, Actor actor) {
    var asked = show == null || show.isBlank() ? "all" : show.strip();
    if (!SHOWN.contains(asked)) {
      throw Refused.field("show", "aftercare.refused.show", asked, String.join(", ", SHOWN));
    }
    return jdbc.sql(sql)
        .params(Visible.to(actor))
        .param("day", clock.today())
        .param("lapse", lapse == null ? null : lapse.value())
        .param("show", asked);
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql(
            """
            update testimonial set state = 'declined', words = null, signature = null, publish_until = null
             where customer_id = :customer
            """)
        .param("customer", erased.customer().value())
        .update();
  }
}
