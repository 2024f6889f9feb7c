package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import dev.winback.staff.ApiKeys;
import dev.winback.staff.NewKey;
import dev.winback.staff.Role;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.ObjectMapper;

/**
 * hold.md, T40 and T41: who left is let in nowhere, whatever he still holds, and a call that
 * changes a row before it is denied is noticed by the matrix.
 */
@WebTest
class ClosedDoorsTest {

  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  @Autowired MockMvcTester mvc;
  @Autowired ObjectMapper json;
  @Autowired ApiKeys keys;
  @Autowired Members members;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping router;

  private AccessCalls calls;
  private Map<String, String> records;

  @BeforeEach
  void start() {
    calls = new AccessCalls(mvc, jdbc, json);
    stories.manager();
    stories.rep("rep2");
    records = new AccessRecords(stories, jdbc, clock).create(stories.member("rep", Role.REP));
  }

  @Test
  void whoLeftIsLetInNowhereByHisSessionHisKeyOrHisPassword() {
    var admin = stories.admin();
    var session = members.loadUserByUsername("admin");
    var key = keys.make(new NewKey("test", List.of("admin"), null), admin).token();
    jdbc.sql("update member set active = false where login = 'admin'").update();
    var soft = new SoftAssertions();
    for (var row : AccessRow.all()) {
      var record = records.getOrDefault(row.record(), "");
      if (row.path().startsWith("/actuator")) {
        check(
            row,
            () -> mvc.get().uri(row.path()).with(httpBasic("admin", Stories.PASSWORD)).exchange(),
            soft);
      } else if (row.isApi()) {
        check(row, () -> calls.sendWithKey(row, key, record), soft);
      } else {
        check(row, () -> calls.send(row, session, record), soft);
      }
    }
    soft.assertAll();
  }

  /** As a stranger, where there is something that a stranger does not see. */
  private void check(AccessRow row, Supplier<MvcTestResult> call, SoftAssertions soft) {
    if (row.cells().get("anonymous").equals("login")) {
      boolean wrote =
          calls.wrote(
              () ->
                  soft.assertThat(AccessCalls.outcome(call.get()))
                      .as(row.endpoint())
                      .isEqualTo("login"));
      // a password that opens nothing is counted, as a guess is
      soft.assertThat(wrote && !row.path().startsWith("/actuator"))
          .as(row.endpoint() + " wrote")
          .isFalse();
    }
  }

  /** The endpoint that EspoCRM had: it writes, then asks, then says no. */
  static class Hasty {

    private final JdbcClient jdbc;

    Hasty(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @ResponseBody
    public String take() {
      jdbc.sql("update customer set owner_id = null where owner_id is not null").update();
      throw new AccessDeniedException("no");
    }
  }

  @Test
  void aRowThatIsChangedBeforeTheCallIsDeniedIsNoticed() throws Exception {
    var hasty = RequestMappingInfo.paths("/hasty").methods(RequestMethod.POST).build();
    router.registerMapping(hasty, new Hasty(jdbc), Hasty.class.getMethod("take"));
    try {
      var row = AccessRow.of("POST,/hasty,none,403,403,403,403,403,login");
      assertThat(calls.wrote(() -> assertThat(outcome(row)).isEqualTo("403"))).isTrue();
      assertThat(calls.wrote(() -> assertThat(outcome(row)).isEqualTo("403"))).isFalse();
    } finally {
      router.unregisterMapping(hasty);
    }
  }

  private String outcome(AccessRow row) {
    return AccessCalls.outcome(calls.send(row, "rep", ""));
  }
}
