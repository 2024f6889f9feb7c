package dev.winback.web.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** api.md: the work on a loss over REST. */
@WebTest
class LapseApiTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;

  @BeforeEach
  void start() {
    stories.manager();
    var ann = stories.rep("ann");
    stories.rep("bob");
    stories.aCustomer("K-1").silentFor(121).ownedBy(ann).save();
    stories.aCustomer("K-2").silentFor(200).ownedBy(ann).save();
    nightly.run(MovableClock.START);
  }

  private MvcTestResult post(String what, String body, String login) {
    return mvc.post()
        .uri("/api/v1/lapses/1/" + what)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .with(user(login))
        .exchange();
  }

  @Test
  void theListPagesByCursor() {
    var first = mvc.get().uri("/api/v1/lapses?limit=1").with(user("manager")).exchange();
    assertThat(first).bodyJson().extractingPath("$.items[0].id").isEqualTo("2");
    String next = com.jayway.jsonpath.JsonPath.read(body(first), "$.next");
    var second = mvc.get().uri("/api/v1/lapses?limit=1&after=" + next).with(user("manager"));
    assertThat(second).bodyJson().extractingPath("$.items[0].id").isEqualTo("1");
    assertThat(second).bodyJson().extractingPath("$.next").isNull();
  }

  /** Left out in silence, a filter that is not there answers with everybody. */
  @Test
  void aFilterThatTheListDoesNotHaveIsRefusedWithThoseThatItHas() {
    var asked = mvc.get().uri("/api/v1/lapses?work=new").with(user("manager")).exchange();
    assertThat(asked).hasStatus4xxClientError().bodyText().contains("work", "assignee");
    var one = mvc.get().uri("/api/v1/lapses?customer=K-1").with(user("manager")).exchange();
    assertThat(one).hasStatusOk().bodyJson().extractingPath("$.items.length()").isEqualTo(1);
  }

  private static String body(MvcTestResult result) {
    return new String(
        result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void aManagerDecidesAndAWrongDecisionSaysWhatIsAllowed() {
    assertThat(post("decision", "{\"decision\":\"not-worth\",\"reason\":\"pays late\"}", "manager"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.stage")
        .isEqualTo("NOT_WANTED");
    var wrong = post("decision", "{\"decision\":\"maybe\"}", "manager");
    assertThat(wrong).hasStatus(422).bodyJson().extractingPath("$.field").isEqualTo("decision");
    assertThat(post("decision", "{\"decision\":\"return\"}", "manager")).hasStatus(409);
    assertThat(post("decision", "{\"decision\":\"return\"}", "bob")).hasStatus(403);
  }

  @Test
  void theLoserIsAssignedOnlyWithAReason() {
    assertThat(post("assignment", "{\"member\":\"ann\"}", "manager")).hasStatus(422);
    assertThat(post("assignment", "{\"member\":\"nobody\"}", "manager")).hasStatus(422);
    assertThat(post("assignment", "{\"member\":\"ann\",\"override\":\"knows him\"}", "manager"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.assignee")
        .isEqualTo("ann");
  }

  @Test
  void whoLostHimIsPutRightWithAReason() {
    var body = "{\"member\":\"bob\",\"reason\":\"had him until May\"}";
    assertThat(post("lost-by", body, "bob")).hasStatus(403);
    assertThat(post("lost-by", "{\"reason\":\"x\"}", "manager"))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.field")
        .isEqualTo("member");
    assertThat(post("lost-by", "{\"member\":\"bob\"}", "manager")).hasStatus(422);
    assertThat(post("lost-by", body, "manager"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.lostBy")
        .isEqualTo("bob");
    assertThat(post("lost-by", "{\"member\":\"\",\"reason\":\"nobody had him\"}", "manager"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.lostBy")
        .isNull();
  }

  @Test
  void theAssigneeLearnsTheReasonAndCloses() {
    assertThat(post("reason", "{\"reason\":\"price\"}", "bob"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.reason")
        .isEqualTo("price");
    assertThat(post("closure", "{\"exit\":\"returned\",\"reason\":\"x\"}", "bob")).hasStatus(422);
    assertThat(post("closure", "{\"exit\":\"refused\",\"reason\":\"final no\"}", "bob"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.closeReason")
        .isEqualTo("final no");
  }

  @Test
  void aClosureIsTheActOfWhoeverMayDoItOnThePages() {
    assertThat(post("closure", "{\"exit\":\"not-wanted\",\"reason\":\"x\"}", "bob")).hasStatus(403);
    assertThat(post("closure", "{\"exit\":\"non-client\",\"reason\":\"x\"}", "bob")).hasStatus(403);
    assertThat(post("closure", "{\"exit\":\"refused\"}", "bob"))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.field")
        .isEqualTo("reason");
    assertThat(post("closure", "{\"exit\":\"unreachable\",\"reason\":\"x\"}", "manager"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.stage")
        .isEqualTo("UNREACHABLE");
  }

  @Test
  void aStaleTagIsRefusedAndNoneOrTheNewestIsNot() {
    var read = mvc.get().uri("/api/v1/lapses/1").with(user("manager")).exchange();
    var tag = java.util.Objects.requireNonNull(read.getResponse().getHeader("ETag"));
    assertThat(ifMatch(tag, "reason", "{\"reason\":\"price\"}")).hasStatusOk();
    assertThat(ifMatch(tag, "decision", "{\"decision\":\"return\"}"))
        .hasStatus(412)
        .hasContentType("application/problem+json");
    assertThat(ifMatch(tag, "assignment", "{\"member\":\"bob\"}")).hasStatus(412);
    assertThat(ifMatch(tag, "closure", "{\"exit\":\"refused\",\"reason\":\"x\"}")).hasStatus(412);
    assertThat(ifMatch("\"none of ours\"", "reason", "{\"reason\":\"x\"}")).hasStatus(412);
    var now = mvc.get().uri("/api/v1/lapses/1").with(user("manager")).exchange();
    assertThat(now).bodyJson().extractingPath("$.stage").isNotEqualTo("DECIDED");
    var newest = java.util.Objects.requireNonNull(now.getResponse().getHeader("ETag"));
    assertThat(ifMatch(newest, "decision", "{\"decision\":\"return\"}"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.stage")
        .isEqualTo("DECIDED");
    assertThat(ifMatch("*", "decision", "{\"decision\":\"return\"}")).hasStatusOk();
    assertThat(post("decision", "{\"decision\":\"return\"}", "manager")).hasStatusOk();
  }

  private MvcTestResult ifMatch(String tag, String what, String body) {
    return mvc.post()
        .uri("/api/v1/lapses/1/" + what)
        .header("If-Match", tag)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .with(user("manager"))
        .exchange();
  }

  @Test
  void whatAMemberMayNotSeeIsNotThere() {
    stories.rep("cid");
    assertThat(mvc.get().uri("/api/v1/lapses/1").with(user("cid"))).hasStatus(404);
    assertThat(mvc.get().uri("/api/v1/lapses/99").with(user("manager"))).hasStatus(404);
    assertThat(mvc.get().uri("/api/v1/lapses").with(user("cid")))
        .bodyJson()
        .extractingPath("$.items.length()")
        .isEqualTo(0);
    assertThat(mvc.get().uri("/api/v1/lapses?stage=sleeping").with(user("manager"))).hasStatus(422);
  }
}
