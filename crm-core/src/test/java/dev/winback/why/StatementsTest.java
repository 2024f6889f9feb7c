package dev.winback.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** UND-02, UND-15: our own people are asked, and say what they know. */
class StatementsTest extends WhyStories {

  private static final StatementFilter OPEN = new StatementFilter(null, null);
  private static final StatementFilter ALL = new StatementFilter("all", null);

  private Actor other;
  private Actor marketing;

  @BeforeEach
  void people() {
    other = stories.rep("otto");
    marketing = stories.marketing();
  }

  @Test
  void whoSeesTheLossSaysWhatHeKnowsAndCanWithdrawIt() {
    long id = statements.say(lapse, " The driver was rude. ", rep);
    assertThat(statements.of(lapse, manager))
        .singleElement()
        .satisfies(s -> assertThat(s.words()).isEqualTo("The driver was rude."));
    assertThat(statements.of(lapse, marketing).get(0).words()).isNull();
    statements.withdraw(lapse, id, rep);
    statements.withdraw(lapse, id, rep);
    assertThat(statements.of(lapse, manager)).isEmpty();
  }

  @Test
  void nobodyWithdrawsTheWordsOfAnotherExceptAManager() {
    long id = statements.say(lapse, "x", stories.admin());
    assertThatThrownBy(() -> statements.withdraw(lapse, id, rep)).isInstanceOf(NotFound.class);
    statements.withdraw(lapse, id, manager);
  }

  @Test
  void theWordsAreNeitherEmptyNorEndless() {
    assertThatThrownBy(() -> statements.say(lapse, "  ", rep)).isInstanceOf(Refused.class);
    statements.say(lapse, "x".repeat(20_000), rep);
    assertThatThrownBy(() -> statements.say(lapse, "x".repeat(20_001), rep))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> statements.say(lapse, "x", other)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> statements.say(lapse, "x", marketing)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void whoIsAskedFindsTheQuestionOnHisListAndAnswersItOnce() {
    statements.ask(lapse, List.of("otto", "marketing"), "What happened in May?", rep);
    statements.ask(lapse, List.of("otto"), "What happened in May?", rep);
    assertThat(questions.waiting(other)).isOne();
    var question = questions.page(OPEN, null, 10, other).items().get(0);
    assertThat(question.customer()).isEqualTo("Customer 1");
    assertThat(question.askedBy()).isEqualTo("Rita");
    questions.answer(question.id(), "We delivered to the wrong door.", other);
    assertThat(questions.waiting(other)).isZero();
    assertThatThrownBy(() -> questions.answer(question.id(), "again", other))
        .isInstanceOf(NotFound.class);
    assertThat(statements.of(lapse, rep))
        .extracting(Statement::words)
        .contains("We delivered to the wrong door.");
    questions.takeBackAnswer(question.id(), other);
    assertThat(questions.waiting(other)).isOne();
  }

  @Test
  void aQuestionNeedsWordsAndSomebodyWhoIsThere() {
    assertThatThrownBy(() -> statements.ask(lapse, List.of("otto"), " ", rep))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> statements.ask(lapse, List.of("nobody"), "What?", rep))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> statements.ask(lapse, List.of("otto"), "What?", other))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void nobodyAnswersForAnotherAndTheListShowsOnlyWhatConcernsHim() {
    statements.ask(lapse, List.of("otto"), "What?", manager);
    long id = questions.page(OPEN, null, 10, manager).items().get(0).id();
    assertThatThrownBy(() -> questions.answer(id, "x", rep)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> questions.answer(id, "x", manager)).isInstanceOf(NotFound.class);
    assertThat(questions.count(ALL, rep)).isZero();
    assertThat(questions.count(ALL, other)).isOne();
    assertThat(questions.count(ALL, manager)).isOne();
  }

  @Test
  void theListIsPagedCountedAndExportedAlike() {
    for (int i = 0; i < 5; i++) {
      statements.ask(lapse, List.of("otto"), "What " + i + "?", manager);
    }
    var seen = new ArrayList<Long>();
    String after = null;
    do {
      var page = questions.page(OPEN, after, 2, manager);
      page.items().forEach(row -> seen.add(row.id()));
      after = page.next();
    } while (after != null);
    var exported = new ArrayList<Long>();
    questions.export(OPEN, manager, row -> exported.add(row.id()));
    assertThat(seen).hasSize(5).doesNotHaveDuplicates().isEqualTo(exported);
    assertThat(questions.count(new StatementFilter(null, "otto"), manager)).isEqualTo(5);
    assertThat(questions.count(new StatementFilter(null, "marketing"), manager)).isZero();
  }
}
