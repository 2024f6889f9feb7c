package dev.winback.survey;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.Visible;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers answered, where it counts: at the customer, and where we decide (DEC-16). */
@Service
@Transactional(readOnly = true)
public class GivenAnswers {

  private static final String GIVEN = Sql.of(GivenAnswers.class, "given.sql");

  private final JdbcClient jdbc;

  GivenAnswers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All that this customer answered, whatever the survey. */
  public List<GivenAnswer> of(CustomerId customer, int limit, Actor actor) {
    return rows(Map.of("customer", customer.value()), limit, actor);
  }

  /** What loyal customers say would make them leave. */
  public List<GivenAnswer> ofTheLoyal(int limit, Actor actor) {
    return rows(Map.of("kind", SurveyKind.LOYAL.code()), limit, actor);
  }

  private List<GivenAnswer> rows(Map<String, ? extends Object> asked, int limit, Actor actor) {
    actor.require(Permission.SEE_SURVEYS);
    var params = new HashMap<String, @Nullable Object>(asked);
    params.putAll(Visible.to(actor));
    return jdbc.sql(Pieces.limited(Visible.in(Pieces.asked(GIVEN, params), actor), limit))
        .params(params)
        .query(GivenAnswer.class)
        .list();
  }
}
