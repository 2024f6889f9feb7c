package dev.winback.survey;

import dev.winback.customer.Customers;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Visible;
import dev.winback.reason.Reason;
import dev.winback.reason.Reasons;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** What customers answered: as a list, and written down by a member who asked on the telephone. */
@Service
@Transactional
public class SurveyAnswers {

  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

  private static final String WHERE =
      Sql.of(SurveyAnswers.class, "answers-where.sql").replace("/*visible*/", Visible.CUSTOMER);
  private static final String LIST =
      Sql.of(SurveyAnswers.class, "answers.sql").replace("/*where*/", WHERE);
  private static final String COUNT = "select count(*) " + WHERE;
  private static final String BY_PHONE = Sql.of(SurveyAnswers.class, "by-phone.sql");

  private final JdbcClient jdbc;
  private final Answering answering;
  private final Surveys surveys;
  private final Customers customers;
  private final Lapses lapses;
  private final Reasons reasons;
  private final BusinessClock clock;
  private final ObjectMapper json;

  SurveyAnswers(
      JdbcClient jdbc,
      Answering answering,
      Surveys surveys,
      Customers customers,
      Lapses lapses,
      Reasons reasons,
      BusinessClock clock,
      ObjectMapper json) {
    this.jdbc = jdbc;
    this.answering = answering;
    this.surveys = surveys;
    this.customers = customers;
    this.lapses = lapses;
    this.reasons = reasons;
    this.clock = clock;
    this.json = json;
  }

  /** The newest first; a rep sees those of his own customers. */
  @Transactional(readOnly = true)
  public Paged<AnswerRow> page(
      AnswerFilter filter, @Nullable String after, int limit, Actor actor) {
    var rows =
        select(LIST, filter, actor)
            .param("before", Cursor.number(after, Long.MAX_VALUE))
            .param("limit", limit + 1)
            .query((row, n) -> row(row))
            .list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.invitation()));
  }

  @Transactional(readOnly = true)
  public long count(AnswerFilter filter, Actor actor) {
    return select(COUNT, filter, actor).query(Long.class).single();
  }

  @Transactional(readOnly = true)
  public void export(AnswerFilter filter, Actor actor, Consumer<AnswerRow> sink) {
    actor.require(Permission.EXPORT);
    var all = select(LIST, filter, actor).param("before", Long.MAX_VALUE).param("limit", null);
    try (var rows = all.withFetchSize(500).query((row, n) -> row(row)).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec select(String sql, AnswerFilter filter, Actor actor) {
    actor.require(Permission.SEE_SURVEYS);
    return jdbc.sql(sql)
        .params(Visible.to(actor))
        .param("survey", filter.survey())
        .param("low", Boolean.TRUE.equals(filter.low()));
  }

  private AnswerRow row(ResultSet row) throws SQLException {
    return new AnswerRow(
        row.getLong("invitation"),
        row.getString("ref"),
        row.getString("customer"),
        row.getObject("lapse", Long.class),
        row.getObject("answered_at", OffsetDateTime.class),
        row.getString("member"),
        row.getBoolean("low"),
        json.readValue(row.getString("answers"), WORDS));
  }

  /** A member asked on the telephone; the number of the invitation, by which it is taken back. */
  public long byPhone(long survey, String ref, Map<String, String> form, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    var customer = customers.require(ref);
    if (!lapses.sees(customer, actor)) {
      throw new NotFound("customer");
    }
    requireOpen(survey);
    var invited = answering.lock(invitation(survey, customer.value(), actor)).orElseThrow();
    if (invited.answered()) {
      throw new Refused("survey.refused.answered");
    }
    var codes = reasons.choices().stream().map(Reason::code).toList();
    var answers = answering.read(survey, form, codes);
    if (answers.isEmpty()) {
      throw new Refused("survey.refused.blank");
    }
    answering.store(invited, answers, actor);
    return invited.id();
  }

  private void requireOpen(long survey) {
    if (surveys.require(survey).closed()) {
      throw new Refused("survey.refused.closed");
    }
  }

  /** The one there is, else a new one for this talk. */
  private long invitation(long survey, long customer, Actor actor) {
    return jdbc.sql(BY_PHONE)
        .param("survey", survey)
        .param("customer", customer)
        .param("member", actor.member())
        .param("now", clock.utc())
        .query(Long.class)
        .single();
  }

  /** What this member wrote down was a mistake. */
  public void takeBack(long invitation, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    var invited = answering.lock(invitation).orElseThrow(() -> new NotFound("answer"));
    if (!Long.valueOf(actor.member()).equals(invited.answeredBy())) {
      throw new NotFound("answer");
    }
    answering.undo(invited, actor);
  }
}
