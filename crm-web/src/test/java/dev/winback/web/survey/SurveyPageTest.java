package dev.winback.web.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Actor;
import dev.winback.testing.MovableClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** UND-13 to UND-16: surveys worded, sent, answered on the telephone, read and exported. */
class SurveyPageTest extends SurveyWalk {

  @Test
  void aSurveyIsMadeFromTheNewestOfItsKindAndWordedAnew() throws Exception {
    assertThat(post("manager", "/surveys", "kind", "departed", "title", "")).hasStatus(422);
    var made = post("marketing", "/surveys", "kind", "departed", "title", "Why, in summer?");
    assertThat(made).hasStatus3xxRedirection();
    var path = made.getResponse().getRedirectedUrl();
    departed = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    assertThat(page("marketing", path + "/edit").select("input[name=text]").eachAttr("value"))
        .contains("What is the reason for the termination?", "What could have kept you?");

    post(
        "marketing",
        path + "/questions/" + field("wish").substring(1),
        "text",
        "What was missing?");
    post("marketing", path + "/questions", "kind", "text", "text", "Whom do you buy from now?");
    post("marketing", path + "/questions/" + field("severity").substring(1) + "/retirement");

    assertThat(page("rep", "/customers/K-1/surveys/" + departed).select(".ask").eachText())
        .containsExactly(
            "What is the reason for the termination?",
            "What did you dislike?",
            "What was missing?",
            "Whom do you buy from now?");
  }

  @Test
  void whatIsRefusedComesBackAsItWasTyped() throws Exception {
    var path = "/surveys/" + departed;
    var words =
        refused(path, "title", "", "intro", "Two minutes, please", "thanks", "Thank you very much");
    assertThat(words.select("#field-intro").text()).isEqualTo("Two minutes, please");
    assertThat(words.select("#field-thanks").text()).isEqualTo("Thank you very much");
    var late = refused(path, "title", "Why?", "version", "-1");
    assertThat(late.select("#field-title").val()).isEqualTo("Why?");
    var wish = field("wish").substring(1);
    var long301 = "x".repeat(301);
    assertThat(refused(path + "/questions/" + wish, "text", long301).select("#text-" + wish).val())
        .isEqualTo(long301);
    assertThat(
            refused(path + "/questions", "kind", "text", "text", long301)
                .select("#field-text")
                .val())
        .isEqualTo(long301);
  }

  private Document refused(String path, String... form) throws Exception {
    var answer = post("manager", path, form);
    assertThat(answer.getResponse().getStatus()).isBetween(400, 422);
    return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
  }

  @Test
  void oneSeesWhoWouldBeInvitedAndThenTheLetterWaits() throws Exception {
    stories.aCustomer("T-1").named("T").silentFor(5).save();
    signals.foldAll(dev.winback.testing.MovableClock.START);
    var path = "/surveys/" + departed;

    var seen = page("manager", path + "/candidates?refs=K-1,T-1");
    assertThat(seen.select("h1").text()).isEqualTo("1 of 2 would be invited");
    assertThat(seen.select("tbody tr").eachText()).contains("T is not lost");
    var unknown = page("manager", path + "/candidates?refs=K-1,NOPE");
    assertThat(unknown.select("h1").text()).isEqualTo("1 of 2 would be invited");
    assertThat(unknown.select("main tbody tr").eachText()).contains("NOPE no such customer");
    assertThat(page("manager", path + "/candidates?refs=NOPE").select("main tbody tr").eachText())
        .containsExactly("NOPE no such customer");
    assertThat(number("select count(*) from letter")).isZero();
    for (int i = 0; i < 2; i++) {
      assertThat(post("manager", path + "/invitations", "refs", "K-1,T-1"))
          .hasStatus3xxRedirection();
    }

    assertThat(number("select count(*) from letter where rung = -1")).isOne();
    var row = page("manager", "/surveys").select("tbody tr").eachText();
    assertThat(row)
        .anyMatch(it -> it.matches("Why did you leave\\? since .* Departed customers 1 0 0"));
    var list = page("manager", "/letters/list?rung=-1");
    assertThat(list.select("tbody tr").text())
        .contains("Weber & <Co>", "Survey of departed customers");
    assertThat(page("manager", "/letters/rungs/-1").select("#mode, [name=mode]")).isNotEmpty();
  }

  /** look.md, rule 7: behind the letters of one survey stand its letters, and no other's. */
  @Test
  void theLettersOfASurveyAreAListOfItsOwn() throws Exception {
    invited();
    var made = post("marketing", "/surveys", "kind", "departed", "title", "Once more");
    var again = made.getResponse().getRedirectedUrl().replace("/surveys/", "");
    desk.lapse(stories.aCustomer("K-3").named("Asked later").silentFor(95), rep(), "9");
    signals.foldAll(MovableClock.START);
    post("manager", "/surveys/" + again + "/invitations", "refs", "K-3");
    jdbc.sql("update letter set state = 'SENT', hold_reason = null, sent_at = now()").update();
    for (var row : page("manager", "/surveys").select("main tbody tr")) {
      var title = row.select("td a").first().text();
      var asked = List.of("Why did you leave?", "Once more").contains(title);
      var written = row.select("td.num a");
      assertThat(written.text()).as(title).isEqualTo(asked ? "1" : "0");
      var list = page("manager", written.attr("href"));
      assertThat(list.select("main tbody tr")).as(title).hasSize(asked ? 1 : 0);
      assertThat(list.select("p.chips .chip").text()).isEqualTo(title);
    }
    var file = get("manager", "/letters/list.csv?status=sent&survey=" + again);
    assertThat(file).bodyText().contains("Asked later").doesNotContain("Weber");
    var list = "letters/list?survey=" + again;
    assertThat(get("manager", "/letters/list?survey=" + again + "9")).hasStatus(404);
    var hers = page("manager", "/" + list).select("main tbody a").first().text();
    assertThat(
            page("manager", "/letters/" + hers + "?from=" + list)
                .select("nav.trail a")
                .eachAttr("href"))
        .as("and no neighbour of another survey")
        .containsExactly("/" + list);
  }

  private Actor rep() {
    return staff.actor("rep");
  }

  @Test
  void aMemberWritesDownATalkAndTakesItBack() throws Exception {
    var path = "/customers/K-1/surveys/" + departed;
    assertThat(page("rep", "/lapses/" + lapse.value()).select("a[href='" + path + "']")).hasSize(1);
    assertThat(post("rep", path, field("words"), " ")).hasStatus(422);

    var stored =
        post(
            "rep",
            path,
            field("reason"),
            "delivery",
            field("severity"),
            "3",
            field("words"),
            "Late");

    assertThat(stored).hasRedirectedUrl("/surveys/" + departed);
    var answers = page("manager", "/surveys/" + departed);
    assertThat(answers.select("article").text())
        .contains(
            "Weber & <Co>", "Bad mark", "asked by Rita Rep", "Delivery", "3 a problem", "Late");
    assertThat(page("rep", "/customers/K-1").select("#given").text())
        .contains("What was answered", "Delivery", "3 a problem", "Late", "asked by Rita Rep");
    assertThat(page("rep2", "/surveys/" + departed).select("article")).isEmpty();
    assertThat(page("manager", "/surveys/" + departed + "?low=true").select("article")).hasSize(1);
    assertThat(get("manager", "/surveys/" + departed + "/answers.csv"))
        .bodyText()
        .contains("What did you dislike?", "K-1,Weber & <Co>,", "Delivery,Late,3,");
    assertThat(post("rep", path, field("words"), "again")).hasStatus(422);
    var undo = String.valueOf(stored.getMvcResult().getFlashMap().get("undo"));
    assertThat(post("rep", undo)).hasStatus3xxRedirection();
    assertThat(page("manager", "/surveys/" + departed).select("article")).isEmpty();
    assertThat(page("rep", "/lapses/" + lapse.value()).select("#why").text())
        .contains("Nobody has asked yet");
  }

  @Test
  void theBrainstormListHasWhatEverybodySaidWithWhereItIsFrom() throws Exception {
    assertThat(page("manager", "/ideas").select(".empty")).hasSize(1);
    post("rep", "/customers/K-1/surveys/" + departed, field("wish"), "Call before you deliver");
    post("rep", "/lapses/" + lapse.value() + "/statements", "words", "The lorry was always late");

    var ideas = page("manager", "/ideas");

    assertThat(ideas.select("ol.history > li").eachText())
        .hasSize(2)
        .anySatisfy(text -> assertThat(text).contains("Call before you deliver", "Weber"))
        .anySatisfy(text -> assertThat(text).contains("The lorry was always late", "Rita Rep"));
    assertThat(page("rep2", "/ideas").select("ol.history > li")).isEmpty();
    assertThat(get("manager", "/ideas.csv"))
        .bodyText()
        .contains("Call before you deliver")
        .contains("The lorry was always late");
    assertThat(get("manager", "/ideas?source=nobody")).hasStatus(422);
  }
}
