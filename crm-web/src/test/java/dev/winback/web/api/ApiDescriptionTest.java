package dev.winback.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The description of the API (api.md): both ways to sign in, a sentence for each call. */
@WebTest
class ApiDescriptionTest {

  /**
   * Shares, chances, times, days and what a model is made of, by schema; a rung's amount is days or
   * times of a rhythm, and what somebody sends may be a number.
   */
  private static final String NUMBERS =
      """
      BackTest baseRateBefore
      BoughtLater share
      Campaign bonusPercent
      ComparisonBody difference low high paidChance
      DecisionRequest fixed
      Effect value logOdds learned
      FirstGapRow returned
      FragileRow shareBefore shareAfter
      ImportJson seconds
      Limits lateShare lostShare lateTimes lostTimes
      ModelReport share
      NightJson seconds
      Parameters r alpha a b
      CaredPaymentHabitBody mean
      ReliabilityBin promised came
      Rhythm medianGapDays leaves logLikelihood
      Score baseRate lossOfConstant loss lossOfModel auc aucOfModel
      Spending correlation p q v logLikelihood
      SplitBody low high
      StepRow seconds
      TermsBody amount
      Value rhythmDays lateness active expectedPurchases
      Weighed unasked chance low high
      YearOfLosses rate
      """;

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired ObjectMapper json;

  @Test
  void theDescriptionTellsBothWaysToSignInAndWhatEachCallDoes() {
    var api = api();
    assertThat(api.at("/openapi").asString()).startsWith("3.");
    var schemes = api.at("/components/securitySchemes");
    assertThat(schemes.at("/login/scheme").asString()).isEqualTo("basic");
    assertThat(schemes.at("/key/scheme").asString()).isEqualTo("bearer");
    assertThat(api.at("/security")).hasSize(2);
    var silent = new TreeSet<String>();
    for (var path : api.at("/paths").properties()) {
      for (var call : path.getValue().properties()) {
        if (path.getKey().startsWith("/api/")
            && call.getValue().path("summary").asString("").isEmpty()) {
          silent.add(
              call.getKey()
                  + " "
                  + path.getKey()
                  + " "
                  + call.getValue().path("operationId").asString(""));
        }
      }
    }
    assertThat(silent).as("write its sentence into messages/operations.properties").isEmpty();
  }

  @Test
  void everyReferenceLeadsSomewhereAndNobodySendsTheActor() {
    var api = api();
    assertThat(api.toString()).doesNotContain("components/schemas/Actor", "schemas/JsonNode");
    assertThat(api.at("/paths/~1api~1v1~1lapses~1{id}/get/parameters/0/schema/type").asString(""))
        .isEqualTo("integer");
    assertThat(api.at("/paths/~1api~1v1~1customers~1{ref}/get/responses/200").toString())
        .contains("schemas/CustomerWhole");
    for (var reference : api.findValues("$ref")) {
      assertThat(api.at(reference.asString().substring(1)).isMissingNode())
          .as(reference.asString())
          .isFalse();
    }
    for (var path : api.at("/paths").properties()) {
      for (var call : path.getValue().properties()) {
        assertThat(call.getValue().path("responses").isEmpty()).as(path.getKey()).isFalse();
      }
    }
  }

  /**
   * Money is a decimal string with its currency (api.md): what is a number counts, measures or
   * compares.
   */
  @Test
  void noMoneyIsANumber() {
    var numbers = new TreeSet<String>();
    for (var schema : api().at("/components/schemas").properties()) {
      for (var field : schema.getValue().path("properties").properties()) {
        if (field.getValue().findValuesAsString("type").contains("number")) {
          numbers.add(schema.getKey() + "." + field.getKey());
        }
      }
    }
    NUMBERS.lines().map(line -> line.split(" ")).forEach(line -> numbers.removeAll(named(line)));
    assertThat(numbers).as("money as a string, or named here").isEmpty();
  }

  private static Set<String> named(String... line) {
    return Stream.of(line).skip(1).map(field -> line[0] + "." + field).collect(Collectors.toSet());
  }

  @Test
  void moneyIsSentAsItIsDescribed() {
    stories.manager();
    var report = mvc.get().uri("/api/v1/reports/returns").with(user("manager")).exchange();
    assertThat(report).hasStatusOk();
    var total = json.readTree(report.getResponse().getContentAsByteArray()).at("/total");
    assertThat(total.get("trial").isString()).isTrue();
    assertThat(total.get("returned").isNumber()).isTrue();
  }

  private JsonNode api() {
    stories.manager();
    var answer = mvc.get().uri("/v3/api-docs").with(user("manager")).exchange();
    assertThat(answer).hasStatusOk();
    return json.readTree(answer.getResponse().getContentAsByteArray());
  }
}
