package dev.winback.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.json.JsonPathValueAssert;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** api.md, GET /customers: stages with and without a lapse, exact counts, named wrong filters. */
@WebTest
class CustomerApiTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void start() {
    stories.manager();
    stories.aCustomer("K-10").silentFor(10).save();
    stories.aCustomer("K-121").silentFor(121).save();
    jdbc.sql("insert into customer (ref) values ('K-never')").update();
  }

  @Test
  void beforeTheFirstNightACustomerHasNoStage() {
    value("/K-121", "$.stage").isNull();
  }

  @Test
  void whoHasNoLapseIsActiveOrAProspect() {
    nightly.run(clock.today());
    value("/K-10", "$.stage").isEqualTo("ACTIVE");
    value("/K-never", "$.stage").isEqualTo("PROSPECT");
    value("/K-121", "$.stage").isEqualTo("LATE");
    value("?stage=active", "$.items[0].ref").isEqualTo("K-10");
    value("?stage=prospect", "$.items[0].ref").isEqualTo("K-never");
    value("?stage=LATE", "$.items[0].ref").isEqualTo("K-121");
    value("?stage=none", "$.count").isEqualTo(2);
  }

  @Test
  void theCountIsExactBeyondWhatThePageCounts() {
    jdbc.sql("insert into customer (ref) select 'N-' || n from generate_series(1, 10100) n")
        .update();
    value("?limit=1", "$.count").isEqualTo(10_103);
  }

  @Test
  void pagesByValueShowEachCustomerOnce() {
    nightly.run(clock.today());
    String after = "";
    for (int i = 0; i < 3; i++) {
      var page =
          mvc.get().uri("/api/v1/customers?sort=value&limit=1" + after).with(user("manager"));
      var json = assertThat(page).hasStatusOk().bodyJson();
      json.extractingPath("$.count").isEqualTo(3);
      if (i < 2) {
        after = "&after=" + next(page.exchange());
      } else {
        json.extractingPath("$.items[0].ref").isEqualTo("K-never");
        json.extractingPath("$.next").isNull();
      }
    }
  }

  private static String next(MvcTestResult page) {
    try {
      return JsonPath.read(page.getResponse().getContentAsString(), "$.next");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "stage,bogus",
    "signal,bogus",
    "sort,bogus",
    "limit,0",
    "limit,1001",
    "after,bogus",
    "abc,E",
    "xyz,A",
    "group,5",
    "vip,maybe"
  })
  void aWrongFilterIsNamed(String field, String value) {
    assertThat(mvc.get().uri("/api/v1/customers?" + field + "=" + value).with(user("manager")))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.field")
        .isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "category.abc",
        "category.xyz",
        "category.vip",
        "category.group",
        "value.rhythmDays",
        "value.silentDays",
        "value.lateness",
        "value.active",
        "value.expectedPurchases",
        "value.lifetimeValue",
        "value.costOfLoss",
        "consent.email",
        "signals",
        "lapses"
      })
  void everyFieldOfTheContractIsThere(String path) {
    assertThat(mvc.get().uri("/api/v1/customers/K-121").with(user("manager")))
        .bodyJson()
        .hasPath("$." + path);
  }

  private JsonPathValueAssert value(String path, String json) {
    return assertThat(mvc.get().uri("/api/v1/customers" + path).with(user("manager")))
        .hasStatusOk()
        .bodyJson()
        .extractingPath(json);
  }
}
