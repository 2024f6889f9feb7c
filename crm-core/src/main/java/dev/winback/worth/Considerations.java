package dev.winback.worth;

import dev.winback.category.PriorityGroups;
import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.purchase.DaysLate;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sentence;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a manager goes through before he decides on one loss: criteria for and against, filled in by
 * figures and marked by people, and the four questions (DEC-16, DEC-18, DEC-19).
 */
@Service
@Transactional
public class Considerations {

  private static final String FIGURES =
      DaysLate.in(Sql.of(Considerations.class, "criteria.sql"), "l.customer_id");
  private static final String ANSWERS = Sql.of(Considerations.class, "answers.sql");
  private static final int LONGEST = 2_000;

  private final JdbcClient jdbc;
  private final Lapses lapses;
  private final Costs costs;
  private final PriorityGroups groups;
  private final BusinessClock clock;
  private final String currency;

  Considerations(
      JdbcClient jdbc,
      Lapses lapses,
      Costs costs,
      PriorityGroups groups,
      BusinessClock clock,
      Settings settings) {
    this.jdbc = jdbc;
    this.lapses = lapses;
    this.costs = costs;
    this.groups = groups;
    this.clock = clock;
    currency = settings.currency().getCurrencyCode();
  }

  private record Mark(String criterion, @Nullable Boolean holds, String by) {}

  /** All eleven, those in favour first. */
  @Transactional(readOnly = true)
  public List<CriterionRow> criteria(LapseId lapse, Actor actor) {
    lapses.requireVisible(lapse, actor);
    var judge = new CriteriaJudge(figures(lapse), costs.settings());
    var marks = marks(lapse);
    return Arrays.stream(Criterion.values())
        .map(criterion -> row(criterion, judge, marks.get(criterion.code())))
        .toList();
  }

  private static CriterionRow row(Criterion criterion, CriteriaJudge judge, @Nullable Mark mark) {
    return new CriterionRow(
        criterion,
        judge.holds(criterion),
        judge.why(criterion),
        mark == null ? null : mark.holds(),
        mark == null || mark.holds() == null ? null : mark.by());
  }

  private CriteriaFigures figures(LapseId lapse) {
    return jdbc.sql(FIGURES)
        .param("lapse", lapse.value())
        .param("currency", currency)
        .param("zone", clock.getZone().getId())
        .param("day", clock.today())
        .query(CriteriaFigures.class)
        .single();
  }

  private Map<String, Mark> marks(LapseId lapse) {
    return jdbc
        .sql(
            """
            select distinct on (k.criterion) k.criterion, k.holds, m.name as by
              from criterion_mark k join member m on m.id = k.member_id
             where k.lapse_id in (select parts_of(:lapse)) order by k.criterion, k.id desc
            """)
        .param("lapse", lapse.value())
        .query(Mark.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Mark::criterion, Function.identity()));
  }

  /** A person says whether a criterion holds, with null the figures do; his group follows. */
  public void mark(LapseId lapse, Criterion criterion, @Nullable Boolean holds, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var customer = lapses.requireVisible(lapse, actor);
    jdbc.sql(
            """
            insert into criterion_mark (lapse_id, customer_id, criterion, holds, member_id, marked_at)
            values (:lapse, :customer, :what, :holds, :member, :now)
            """)
        .param("holds", holds)
        .params(told(lapse, customer, criterion.code(), actor))
        .update();
    groups.look(Set.of(customer));
  }

  /** The four in their order; the worth is null as long as there is no model. */
  @Transactional(readOnly = true)
  public List<Answer> answers(LapseId lapse, @Nullable CaseWorth worth, Actor actor) {
    lapses.requireVisible(lapse, actor);
    var known =
        jdbc.sql(ANSWERS).param("lapse", lapse.value()).query(FilledIn.Known.class).single();
    var filling = new FilledIn(known, worth);
    return Arrays.stream(Question.values())
        .map(question -> answer(lapse, question, filling.of(question)))
        .toList();
  }

  private record Said(@Nullable String words, String by, OffsetDateTime at) {}

  private Answer answer(LapseId lapse, Question question, Sentence filledIn) {
    return said(lapse, question)
        .filter(said -> said.words() != null)
        .map(said -> new Answer(question, filledIn, said.words(), said.by(), said.at()))
        .orElse(new Answer(question, filledIn, null, null, null));
  }

  private Optional<Said> said(LapseId lapse, Question question) {
    return jdbc.sql(
            """
            select a.words, m.name as by, a.answered_at as at
              from decision_answer a join member m on m.id = a.member_id
             where a.lapse_id in (select parts_of(:lapse)) and a.question = :question order by a.id desc limit 1
            """)
        .param("lapse", lapse.value())
        .param("question", question.code())
        .query(Said.class)
        .optional();
  }

  /** Puts words in the place of filled-in answers; without words the filled-in one holds again. */
  public void answer(LapseId lapse, Map<Question, String> words, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var customer = lapses.requireVisible(lapse, actor);
    words.forEach((question, said) -> answer(lapse, customer, question, said, actor));
  }

  private void answer(
      LapseId lapse, CustomerId customer, Question question, String words, Actor actor) {
    var text = words.strip();
    if (text.length() > LONGEST) {
      throw Refused.field(question.code(), "why.refused.too-long", LONGEST, text.length());
    }
    jdbc.sql(
            """
            insert into decision_answer (lapse_id, customer_id, question, words, member_id, answered_at)
            values (:lapse, :customer, :what, :words, :member, :now)
            """)
        .param("words", text.isEmpty() ? null : text)
        .params(told(lapse, customer, question.code(), actor))
        .update();
  }

  private Map<String, Object> told(LapseId lapse, CustomerId customer, String what, Actor actor) {
    return Map.of(
        "lapse", lapse.value(),
        "customer", customer.value(),
        "what", what,
        "member", actor.member(),
        "now", clock.utc());
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("update decision_answer set words = null where customer_id = :customer")
        .param("customer", erased.customer().value())
        .update();
  }
}
