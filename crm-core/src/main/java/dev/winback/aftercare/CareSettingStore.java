package dev.winback.aftercare;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of settings; a change is another row. */
@Component
class CareSettingStore {

  private static final String ADD = Sql.of(CareSettingStore.class, "setting-add.sql");

  private final JdbcClient jdbc;
  private final Audit audit;
  private final BusinessClock clock;

  CareSettingStore(JdbcClient jdbc, Audit audit, BusinessClock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  CareSettings now() {
    return newest(1).get(0).settings();
  }

  List<CareChange> newest(int limit) {
    return jdbc.sql(
            """
            select s.*, m.name as member from aftercare_setting s left join member m on m.id = s.member_id
             order by s.id desc limit :limit
            """)
        .param("limit", limit)
        .query((row, n) -> read(row))
        .list();
  }

  private static CareChange read(ResultSet row) throws SQLException {
    var settings =
        new CareSettings(
            row.getInt("delivery_days"),
            row.getInt("second_days"),
            row.getInt("first_month"),
            row.getInt("last_month"),
            row.getInt("testimonial_days"),
            row.getInt("low_percent"),
            row.getInt("low_days"),
            row.getBigDecimal("late_share").setScale(3),
            row.getInt("contacts"));
    return new CareChange(
        row.getInt("id"),
        settings,
        row.getString("member"),
        row.getObject("changed_at", OffsetDateTime.class));
  }

  void change(CareSettings wanted, Actor actor) {
    var before = now();
    boolean same =
        before.lateShare().compareTo(wanted.lateShare()) == 0
            && before.withShare(wanted.lateShare()).equals(wanted);
    if (!same) {
      audit.note(actor, "aftercare-changed", "aftercare_setting", add(wanted, actor), Map.of());
    }
  }

  private int add(CareSettings s, Actor actor) {
    return jdbc.sql(ADD)
        .param("delivery", s.deliveryDays())
        .param("second", s.secondDays())
        .param("first", s.firstMonth())
        .param("last", s.lastMonth())
        .param("testimonial", s.testimonialDays())
        .param("low", s.lowPercent())
        .param("lowDays", s.lowDays())
        .param("share", s.lateShare())
        .param("contacts", s.contacts())
        .param("member", actor.member())
        .param("now", clock.utc())
        .query(Integer.class)
        .single();
  }
}
