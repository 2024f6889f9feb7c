package dev.winback.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** UND-14, DEC-16: what the loyal answer is read at the customer and where we decide. */
class GivenAnswersTest extends SurveyStories {

  @Autowired GivenAnswers given;

  private void loyalAnswers(String words) {
    invite(ofLoyal, "loyal");
    forms.answer(token(ofLoyal), form(ofLoyal, "text", words));
  }

  @Test
  void anAnswerStandsAtItsCustomerWithItsQuestion() {
    loyalAnswers("a new rep every month");
    var row = given.of(loyal, 10, rep).get(0);
    assertThat(row.answer()).isEqualTo("a new rep every month");
    assertThat(row.question()).isNotBlank();
    assertThat(row.kind()).isEqualTo("loyal");
    assertThat(given.of(lost, 10, rep)).isEmpty();
  }

  @Test
  void whatTheLoyalSayStandsWhereWeDecideAndTheDepartedDoNot() {
    invite(departed, "lost");
    forms.answer(token(departed), form(departed, "words", "too slow"));
    loyalAnswers("a price war");
    assertThat(given.ofTheLoyal(10, manager))
        .extracting(GivenAnswer::answer)
        .containsExactly("a price war");
    assertThat(given.ofTheLoyal(10, stories.rep("other"))).as("not his customers").isEmpty();
  }
}
