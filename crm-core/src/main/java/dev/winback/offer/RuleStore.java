package dev.winback.offer;

import dev.winback.staff.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the rules of offers. */
@Component
class RuleStore {

  private final JdbcClient jdbc;

  RuleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int add(OfferRules rules, Actor actor) {
    return jdbc.sql(
            """
            insert into offer_rule (objective, floor_percent, most_percent, rep_percent, rep_money, rep_month,
                                    answer_days, valid_days, member_id)
            values (:objective, :floor, :most, :percent, :money, :month, :answer, :valid, :member) returning id
            """)
        .param("objective", rules.objective().code())
        .param("floor", rules.floorPercent())
        .param("most", rules.mostPercent())
        .param("percent", rules.repPercent())
        .param("money", rules.repMoney())
        .param("month", rules.repMonth())
        .param("answer", rules.answerDays())
        .param("valid", rules.validDays())
        .param("member", actor.member())
        .query(Integer.class)
        .single();
  }

  List<RuleChange> newest(int limit) {
    return jdbc.sql(
            """
            select r.*, m.name as member from offer_rule r left join member m on m.id = r.member_id
             order by r.id desc limit :limit
            """)
        .param("limit", limit)
        .query((row, n) -> read(row))
        .list();
  }

  private static RuleChange read(ResultSet row) throws SQLException {
    var rules =
        new OfferRules(
            Objective.ofCode(row.getString("objective")),
            row.getBigDecimal("floor_percent"),
            row.getInt("most_percent"),
            row.getInt("rep_percent"),
            row.getBigDecimal("rep_money"),
            row.getBigDecimal("rep_month"),
            row.getInt("answer_days"),
            row.getInt("valid_days"));
    return new RuleChange(
        row.getInt("id"),
        rules,
        row.getString("member"),
        row.getObject("changed_at", OffsetDateTime.class));
  }
}
