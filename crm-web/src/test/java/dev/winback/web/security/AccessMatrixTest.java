package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winback.staff.Role;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
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
  @Autowired List<RequestMappingHandlerMapping> routers;

  private AccessCalls calls;

  @BeforeEach
  void start() {
    calls = new AccessCalls(mvc, jdbc, json);
  }

  @Test
  void everyEndpointHasARowAndEveryRowAnEndpoint() {
    var rows = AccessRow.all().stream().map(AccessRow::endpoint).toList();
    assertThat(rows).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(rows)).isEqualTo(endpoints());
  }

  @Test
  void anEndpointWithoutARowIsNoticed() {
    assertThat(endpoints()).contains("GET /lost").isNotEqualTo(new TreeSet<>(List.of("GET /lost")));
  }

  private TreeSet<String> endpoints() {
    return routers.stream()
        .flatMap(router -> router.getHandlerMethods().entrySet().stream())
        .filter(e -> e.getValue().getBeanType().getPackageName().startsWith("dev.winback"))
        .map(Map.Entry::getKey)
        .flatMap(
            info ->
                info.getMethodsCondition().getMethods().stream()
                    .flatMap(
                        method ->
                            info.getPatternValues().stream()
                                .map(path -> method + " " + plain(path))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A variable's pattern is the router's business. */
  private static String plain(String path) {
    return path.replaceAll("\\{(\\w+):[^}]*}", "{$1}");
  }

  @Test
  void eachRoleGetsWhatTheTableSaysAndADeniedCallWritesNothing() {
    stories.admin();
    stories.manager();
    stories.marketing();
    stories.rep("rep2");
    var records = new AccessRecords(stories, jdbc, clock);
    var soft = new SoftAssertions();
    // the denied calls come first: what the others start in the background would be seen in counts
    for (boolean denied : List.of(true, false)) {
      AccessRow.all()
          .forEach(
              row ->
                  check(row, denied, () -> records.create(stories.member("rep", Role.REP)), soft));
    }
    await()
        .until(
            () ->
                jdbc.sql("select count(*) from night where state = 'running'")
                        .query(Long.class)
                        .single()
                    == 0);
    soft.assertAll();
  }

  private void check(
      AccessRow row, boolean denied, Supplier<Map<String, String>> records, SoftAssertions soft) {
    var shared = records.get();
    soft.assertThat(shared).as(row + ": record").containsKey(row.record());
    row.cells().entrySet().stream()
        .filter(cell -> denied != cell.getValue().equals("ok"))
        .forEach(
            cell -> {
              // who erases leaves nothing for the next one
              var own = !denied && row.erases() ? records.get() : shared;
              check(row, cell.getKey(), cell.getValue(), own, soft);
            });
  }

  private void check(
      AccessRow row,
      String who,
      String expected,
      Map<String, String> records,
      SoftAssertions soft) {
    boolean denied = !expected.equals("ok");
    var before = denied ? calls.rowCounts() : Map.of();
    var result = calls.send(row, who, records.getOrDefault(row.record(), ""));
    soft.assertThat(AccessCalls.outcome(result))
        .as(row.endpoint() + " as " + who)
        .isEqualTo(expected);
    if (denied) {
      soft.assertThat(calls.rowCounts())
          .as(row.endpoint() + " as " + who + " wrote")
          .isEqualTo(before);
    }
  }
}
