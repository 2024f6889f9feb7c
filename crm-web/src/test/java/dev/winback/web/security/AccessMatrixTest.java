package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winback.staff.Role;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.ObjectMapper;

/**
 * Every endpoint the router knows, as every role, on an own and a foreign record (rules.md,
 * "People"; OPS-03; hold.md 5.2): who is denied is denied before anything is written.
 */
@WebTest
class AccessMatrixTest {

  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  @Autowired MockMvcTester mvc;
  @Autowired ObjectMapper json;
  @Autowired List<RequestMappingInfoHandlerMapping> routers;

  private AccessCalls calls;

  @BeforeEach
  void start() {
    calls = new AccessCalls(mvc, jdbc, json);
  }

  @Test
  void everyEndpointHasARowAndEveryRowAnEndpoint() {
    var rows = AccessRow.all().stream().map(AccessRow::endpoint).toList();
    assertThat(rows).doesNotHaveDuplicates();
    var endpoints = endpoints();
    assertThat(endpoints).as("without a row").isSubsetOf(rows);
    assertThat(rows).as("of no endpoint").isSubsetOf(endpoints);
  }

  @Test
  void anEndpointWithoutARowIsNoticed() {
    assertThat(endpoints()).contains("GET /lost").isNotEqualTo(new TreeSet<>(List.of("GET /lost")));
  }

  /** Also those of libraries: health, metrics, the description of the API. */
  private TreeSet<String> endpoints() {
    return routers.stream()
        .flatMap(router -> router.getHandlerMethods().keySet().stream())
        .flatMap(AccessMatrixTest::endpoints)
        // an answer to what went wrong, no place
        .filter(endpoint -> !endpoint.equals("GET /error"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> endpoints(RequestMappingInfo info) {
    var methods = info.getMethodsCondition().getMethods();
    var asked = methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
    return asked.stream()
        .flatMap(
            method -> info.getPatternValues().stream().map(path -> method + " " + plain(path)));
  }

  /** A variable's pattern is the router's business; of the parts of health one stands for all. */
  private static String plain(String path) {
    return path.replaceAll("\\{(\\w+):[^}]*}", "{$1}").replace("/**", "/liveness");
  }

  @Test
  void eachRoleGetsWhatTheTableSaysAndADeniedCallWritesNothing() {
    stories.admin();
    stories.manager();
    stories.marketing();
    stories.rep("rep2");
    var records = new AccessRecords(stories, jdbc, clock);
    var soft = new SoftAssertions();
    var rep = stories.member("rep", Role.REP);
    var all = records.create(rep);
    // the denied calls come first: what the others start in the background would be seen in counts
    denied(all, soft);
    // and who only reads before who writes: all of them read the same records
    rows(true).forEach(row -> allowed(row, () -> all, soft));
    rows(false).forEach(row -> allowed(row, () -> records.create(rep, row.record()), soft));
    await()
        .until(
            () ->
                jdbc.sql("select count(*) from night where state = 'running'")
                        .query(Long.class)
                        .single()
                    == 0);
    soft.assertAll();
  }

  /** They write nothing, so that one set of records is enough for all of them. */
  private void denied(Map<String, String> records, SoftAssertions soft) {
    for (var row : AccessRow.all()) {
      soft.assertThat(records).as(row + ": record").containsKey(row.record());
      for (var cell : row.cells().entrySet()) {
        if (!cell.getValue().equals("ok")) {
          boolean wrote =
              calls.wrote(() -> send(row, cell.getKey(), cell.getValue(), records, soft));
          soft.assertThat(wrote).as(row.endpoint() + " as " + cell.getKey() + " wrote").isFalse();
        }
      }
    }
  }

  private static Stream<AccessRow> rows(boolean reading) {
    return AccessRow.all().stream().filter(row -> row.method().equals("GET") == reading);
  }

  private void allowed(AccessRow row, Supplier<Map<String, String>> records, SoftAssertions soft) {
    var shared = row.record().equals("none") ? Map.<String, String>of() : records.get();
    row.cells()
        .forEach(
            (who, expected) -> {
              if (expected.equals("ok")) {
                // who erases leaves nothing for the next one
                send(row, who, expected, row.erases() ? records.get() : shared, soft);
              }
            });
  }

  private void send(
      AccessRow row,
      String who,
      String expected,
      Map<String, String> records,
      SoftAssertions soft) {
    var result = calls.send(row, who, records.getOrDefault(row.record(), ""));
    soft.assertThat(AccessCalls.outcome(result))
        .as(row.endpoint() + " as " + who)
        .isEqualTo(expected);
  }
}
