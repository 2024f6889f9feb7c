package dev.winback.offer;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.MemberId;
import dev.winback.staff.Permission;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each rep may grant on the spot (DEC-33). */
@Service
@Transactional
public class Authorities {

  private static final String ALL = Sql.of(Authorities.class, "authorities.sql");
  private static final BigDecimal DEAREST = BigDecimal.valueOf(1_000_000);

  private final Offers offers;
  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Audit audit;

  Authorities(Offers offers, JdbcClient jdbc, BusinessClock clock, Audit audit) {
    this.offers = offers;
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /** The reps with what is said of each; null: as for every rep. */
  @Transactional(readOnly = true)
  public List<AuthorityRow> all(Actor actor) {
    actor.require(Permission.SET_OFFERS);
    return jdbc.sql(ALL).query(AuthorityRow.class).list();
  }

  /** What this member may grant; whoever approves offers asks nobody. */
  @Transactional(readOnly = true)
  public OfferLimits of(MemberId member) {
    var firm = offers.catalogue().rules().limits();
    return jdbc.sql(ALL).query(AuthorityRow.class).list().stream()
        .filter(row -> row.member() == member.value())
        .findFirst()
        .map(row -> row.over(firm))
        .orElse(firm);
  }

  /** An empty limit is that of every rep. */
  public void set(
      String login,
      @Nullable Integer percent,
      @Nullable BigDecimal money,
      @Nullable BigDecimal month,
      Actor actor) {
    actor.require(Permission.SET_OFFERS);
    between(
        "percent", percent == null ? null : BigDecimal.valueOf(percent), BigDecimal.valueOf(100));
    between("money", money, DEAREST);
    between("month", month, DEAREST);
    long member = member(login);
    jdbc.sql(
            """
            insert into offer_authority (member_id, most_percent, most_money, month_money, changed_by, changed_at)
            values (:member, :percent, :money, :month, :by, :now)
            """)
        .param("member", member)
        .param("percent", percent)
        .param("money", money)
        .param("month", month)
        .param("by", actor.member())
        .param("now", clock.utc())
        .update();
    audit.note(actor, "offer-limits", "member", member, Map.of());
  }

  private static void between(String field, @Nullable BigDecimal value, BigDecimal most) {
    if (value != null) {
      OfferRules.between(field, value, BigDecimal.ZERO, most);
    }
  }

  private long member(String login) {
    return jdbc.sql("select id from member where login = :login and active and role = 'REP'")
        .param("login", login)
        .query(Long.class)
        .optional()
        .orElseThrow(() -> new NotFound("member"));
  }
}
