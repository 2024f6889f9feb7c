package dev.winback.category;

import dev.winback.category.CategorySettings.Approach;
import dev.winback.category.CategorySettings.Way;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The settings and all that they were before. */
@Component
class SettingStore {

  private static final String SELECT =
      """
      select s.*, m.name as member from category_setting s left join member m on m.id = s.member_id
      """;

  private final JdbcClient jdbc;

  SettingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  SettingChange newest() {
    return newest(1).get(0);
  }

  CategorySettings of(int id) {
    return jdbc.sql(SELECT + "where s.id = :id")
        .param("id", id)
        .query((row, n) -> read(row).settings())
        .single();
  }

  /** The newest first. */
  List<SettingChange> newest(int limit) {
    return jdbc.sql(SELECT + "order by s.id desc limit :limit")
        .param("limit", limit)
        .query((row, n) -> read(row))
        .list();
  }

  private static SettingChange read(ResultSet row) throws SQLException {
    return new SettingChange(
        row.getInt("id"),
        new CategorySettings(
            Criterion.valueOf(name(row, "criterion")),
            row.getBigDecimal("a"),
            row.getBigDecimal("b"),
            row.getBigDecimal("x"),
            row.getBigDecimal("y"),
            Way.valueOf(name(row, "way")),
            row.getBigDecimal("share"),
            row.getInt("months"),
            Approach.valueOf(name(row, "approach"))),
        row.getString("member"),
        row.getObject("changed_at", java.time.OffsetDateTime.class));
  }

  private static String name(ResultSet row, String column) throws SQLException {
    return row.getString(column).toUpperCase(Locale.ROOT);
  }

  int add(CategorySettings settings, long member) {
    return jdbc.sql(
            """
            insert into category_setting (criterion, a, b, x, y, way, share, months, approach, member_id)
            values (:criterion, :a, :b, :x, :y, :way, :share, :months, :approach, :member) returning id
            """)
        .param("criterion", settings.criterion().code())
        .param("a", settings.a())
        .param("b", settings.b())
        .param("x", settings.x())
        .param("y", settings.y())
        .param("way", settings.way().code())
        .param("share", settings.share())
        .param("months", settings.months())
        .param("approach", settings.approach().code())
        .param("member", member)
        .query(Integer.class)
        .single();
  }
}
