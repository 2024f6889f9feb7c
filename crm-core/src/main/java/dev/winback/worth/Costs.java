package dev.winback.worth;

import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What winning back costs: settings with their history (OPS-06). */
@Service
@Transactional
public class Costs {

  private final JdbcClient jdbc;
  private final Audit audit;

  Costs(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public CostSettings settings() {
    return newest(1).get(0).settings();
  }

  /** The last changes, the newest first. */
  @Transactional(readOnly = true)
  public List<CostChange> history(int limit, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    return newest(limit);
  }

  /** Lists go by it after the next night; the same settings again are no change. */
  public void change(CostSettings wanted, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    var checked = wanted.checked();
    if (!checked.equals(settings())) {
      int id = add(checked, actor);
      audit.note(actor, "costs-changed", "cost_setting", id, Map.of());
    }
  }

  private int add(CostSettings settings, Actor actor) {
    return jdbc.sql(
            """
            insert into cost_setting (margin_percent, hourly_cost, letter_cost, call_minutes, salary, rent, member_id)
            values (:margin, :hour, :letter, :minutes, :salary, :rent, :member) returning id
            """)
        .param("margin", settings.marginPercent())
        .param("hour", settings.hourlyCost())
        .param("letter", settings.letterCost())
        .param("minutes", settings.callMinutes())
        .param("salary", settings.salary())
        .param("rent", settings.rent())
        .param("member", actor.member())
        .query(Integer.class)
        .single();
  }

  private List<CostChange> newest(int limit) {
    return jdbc.sql(
            """
            select s.*, m.name as member from cost_setting s left join member m on m.id = s.member_id
             order by s.id desc limit :limit
            """)
        .param("limit", limit)
        .query((row, n) -> read(row))
        .list();
  }

  private static CostChange read(ResultSet row) throws SQLException {
    var settings =
        new CostSettings(
            row.getBigDecimal("margin_percent"),
            row.getBigDecimal("hourly_cost"),
            row.getBigDecimal("letter_cost"),
            row.getInt("call_minutes"),
            row.getBigDecimal("salary"),
            row.getBigDecimal("rent"));
    return new CostChange(
        row.getInt("id"),
        settings,
        row.getString("member"),
        row.getObject("changed_at", OffsetDateTime.class));
  }
}
