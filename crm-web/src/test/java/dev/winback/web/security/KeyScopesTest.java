package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Actor;
import dev.winback.staff.ApiKeys;
import dev.winback.staff.NewKey;
import dev.winback.staff.Role;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.ObjectMapper;

/**
 * Every endpoint of the API that the router knows, called with a key that only reads and with one
 * that only sends facts (rules.md, "People"; hold.md 5.2): what the scope leaves out is refused and
 * no table changes.
 */
@WebTest
class KeyScopesTest {

  /** What a shop sends and looks up; all else is closed to its key. */
  private static final Pattern OF_FACTS =
      Pattern.compile(
          "/api/v1/(imports|mappings|purchases|refunds|requests|complaints|carts|contacts|payments"
              + "|referrals|coupons)(/.*)?|POST /api/v1/customers");

  @Autowired MockMvcTester mvc;
  @Autowired ApiKeys keys;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  @Autowired ObjectMapper json;

  private AccessCalls calls;

  @BeforeEach
  void start() {
    calls = new AccessCalls(mvc, jdbc, json);
    stories.rep("rep2");
    stories.admin();
    stories.manager();
  }

  @Test
  void aKeyThatReadsGetsEveryListAndChangesNothing() {
    var soft = new SoftAssertions();
    var records = records();
    for (var who : List.of("manager", "admin")) {
      var key = key(who, "read");
      rows()
          .filter(row -> row.cells().get(who).equals("ok"))
          .forEach(row -> check(row, key, records, reads(row) ? "ok" : "403", soft));
    }
    soft.assertAll();
  }

  @Test
  void aKeyForFactsSendsAndLooksUpFactsAndNothingElse() {
    var soft = new SoftAssertions();
    var records = records();
    // the denied calls come first: an import that was let in writes in the background
    for (boolean denied : List.of(true, false)) {
      for (var who : List.of("manager", "admin")) {
        var key = key(who, "facts");
        rows()
            .filter(row -> row.cells().get(who).equals("ok") && ofFacts(row) != denied)
            .forEach(row -> check(row, key, records, denied ? "403" : "ok", soft));
      }
    }
    soft.assertAll();
  }

  @Test
  void noKeyOpensWhatItsMemberMayNot() {
    var soft = new SoftAssertions();
    var key = key("rep", "work");
    var records = records();
    rows()
        .filter(row -> row.cells().get("rep").equals("403"))
        .forEach(row -> check(row, key, records, "403", soft));
    soft.assertAll();
  }

  @Test
  void thereIsSomethingToRefuse() {
    assertThat(rows()).hasSizeGreaterThan(25);
    assertThat(rows().filter(KeyScopesTest::ofFacts)).hasSizeGreaterThan(5);
  }

  /** What an administrator alone sees are settings: they need the scope admin. */
  private static boolean reads(AccessRow row) {
    return row.method().equals("GET") && row.cells().get("manager").equals("ok");
  }

  private static boolean ofFacts(AccessRow row) {
    // the list of complaints is read by service; who brings facts looks none of them up
    return !row.endpoint().equals("GET /api/v1/complaints") && ofFactsByPath(row);
  }

  private static boolean ofFactsByPath(AccessRow row) {
    return OF_FACTS.matcher(row.path()).matches() || OF_FACTS.matcher(row.endpoint()).matches();
  }

  /** Endpoints that need a sign-in; signed hooks and links in letters take no key. */
  private static Stream<AccessRow> rows() {
    return AccessRow.all().stream()
        .filter(AccessRow::isApi)
        .filter(row -> row.cells().get("anonymous").equals("login"));
  }

  private void check(
      AccessRow row,
      String key,
      Map<String, String> records,
      String expected,
      SoftAssertions soft) {
    boolean wrote =
        calls.wrote(
            () -> {
              var result = calls.sendWithKey(row, key, records.getOrDefault(row.record(), ""));
              soft.assertThat(AccessCalls.outcome(result)).as(row.endpoint()).isEqualTo(expected);
            });
    soft.assertThat(wrote && expected.equals("403")).as(row.endpoint() + " wrote").isFalse();
  }

  private Map<String, String> records() {
    return new AccessRecords(stories, jdbc, clock).create(stories.member("rep", Role.REP));
  }

  private String key(String login, String scope) {
    Actor member = stories.member(login, Role.valueOf(login.toUpperCase(java.util.Locale.ROOT)));
    return keys.make(new NewKey("test", List.of(scope), null), member).token();
  }
}
