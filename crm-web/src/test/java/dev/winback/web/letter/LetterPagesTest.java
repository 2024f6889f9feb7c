package dev.winback.web.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.letter.Activations;
import dev.winback.letter.Ladder;
import dev.winback.letter.LetterOutcomes;
import dev.winback.letter.Letters;
import dev.winback.letter.Mode;
import dev.winback.letter.TemplateVersion;
import dev.winback.letter.Variants;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Role;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The marketer's pages (look.md, "The letter editor"): ladder, rung, lists, in doubt. */
@WebTest
class LetterPagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired Letters letters;
  @Autowired Ladder ladder;
  @Autowired BusinessClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired LetterOutcomes outcomes;

  @Autowired Activations activations;
  @Autowired Variants variants;

  @BeforeEach
  void aReviewedLetter() {
    stories.member("rep", Role.REP);
    var customer = stories.aCustomer("A").named("<b>Ångström & \"Søn\"</b>").silentFor(100).save();
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
            values (:id, 1, 'LATE', :day::date, 'test', :day::date - 100, 100, 'EUR')
            """)
        .param("id", customer.value())
        .param("day", clock.today())
        .update();
    ladder.turn(1, Mode.REVIEW, true, stories.marketing());
    letters.plan(clock.today());
  }

  /** letters.md, "second person": what would be refused is not offered. */
  @Test
  void whoAskedForALiveRungIsNotOfferedToLetItsLettersGo() {
    activations.limit(0, stories.manager());
    ladder.turn(1, Mode.LIVE, true, stories.marketing());
    var list = "/letters/list?status=held&reason=review&rung=1";
    assertThat(get("marketing", list))
        .bodyText()
        .contains("waits for a second person")
        .doesNotContain("/letters/rungs/1/releases");
    assertThat(get("manager", list)).bodyText().contains("/letters/rungs/1/releases");
    assertThat(get("marketing", "/letters/1"))
        .bodyText()
        .contains("waits for a second person")
        .doesNotContain("/letters/1/release\"");
    assertThat(get("manager", "/letters/1")).bodyText().contains("/letters/1/release\"");
  }

  /** look.md, "undo, not confirm": the notice has the undo, and the letter has it afterwards. */
  @Test
  void aReleaseCanBeTakenBackFromTheNoticeAndFromTheLetter() {
    assertThat(flashed("/letters/1/release", "undo")).isEqualTo("/letters/1/release/undo");
    assertThat(get("marketing", "/letters/1")).bodyText().contains("/letters/1/release/undo\"");
    assertThat(post("marketing", "/letters/1/release/undo")).hasRedirectedUrl("/letters/1");
    assertThat(get("marketing", "/letters/1")).bodyText().contains("/letters/1/release\"");
    var all = flashed("/letters/rungs/1/releases", "undo");
    assertThat(all).matches("/letters/rungs/1/releases/\\d+/undo");
    assertThat(flashed(all, "notice")).isEqualTo("One letter waits again for a release.");
    post("marketing", "/letters/1/release");
    jdbc.sql("update letter set state = 'SENT', sent_at = now()").update();
    assertThat(post("marketing", "/letters/1/release/undo")).hasStatus(409);
  }

  /** What would be refused is not offered, and the list is a file as every other is. */
  @Test
  void lettersInDoubtAreDecidedByWhoMayAndAreAFileForAll() {
    jdbc.sql("update letter set state = 'IN_DOUBT', announced_at = now()").update();
    jdbc.sql("update customer set owner_id = (select id from member where login = 'rep')").update();
    var files =
        new String[] {"/letters/list.csv?status=in-doubt", "/letters/list.xlsx?status=in-doubt"};
    assertThat(get("marketing", "/letters/in-doubt"))
        .bodyText()
        .contains("/letters/1/drops", "/letters/1/copies")
        .contains(files);
    assertThat(get("rep", "/letters/in-doubt"))
        .bodyText()
        .contains("Ångström")
        .contains(files)
        .doesNotContain("/letters/1/drops", "/letters/1/arrivals", "/letters/1/copies");
  }

  /** hold.md, T1: whoever compares with the log of the relay needs not open each letter. */
  @Test
  void aLetterInDoubtTellsItsAddressItsMessageIdAndWhatWasAnswered() {
    inDoubt("'[EOF] <of> the relay'");
    var told = new String[] {"anna@example.org", "1.x@shop.example", "[EOF] &lt;of&gt; the relay"};
    assertThat(get("marketing", "/letters/in-doubt")).bodyText().contains(told);
    var list = "/letters/list.csv?status=in-doubt";
    assertThat(get("marketing", list))
        .bodyText()
        .contains("address,message_id,answer", "anna@example.org", "<1.x@shop.example>", "[EOF]");
    inDoubt("null");
    var lost = "The program that sent it stopped before an answer came.";
    assertThat(get("marketing", "/letters/in-doubt")).bodyText().contains(lost);
    assertThat(get("marketing", "/letters/1")).bodyText().contains(lost);
    assertThat(get("marketing", list)).bodyText().contains(lost);
    jdbc.sql("update letter set address = null").update();
    assertThat(get("marketing", "/letters/in-doubt")).bodyText().doesNotContain(lost);
  }

  /** Whoever may see a letter has its way in the file too, wherever it stands. */
  @Test
  void aLetterThatLeftTellsInTheFileWhereItWentAndWhatWasAnswered() {
    inDoubt("'250 queued as 7'");
    for (var state : new String[] {"SENT", "ANNOUNCED", "FAILED"}) {
      jdbc.sql("update letter set state = ?, sent_at = now()").param(state).update();
      assertThat(get("marketing", "/letters/list.csv"))
          .bodyText()
          .contains("anna@example.org,<1.x@shop.example>,250 queued as 7");
    }
    jdbc.sql("update letter set state = 'ANNOUNCED', smtp_reply = null").update();
    assertThat(get("marketing", "/letters/list.csv"))
        .bodyText()
        .contains("anna@example.org,<1.x@shop.example>,")
        .doesNotContain("stopped before an answer");
  }

  /** What has no words never gets any: it is not said that they come. */
  @Test
  void aLetterThatNeverLeavesSaysSo() {
    var yet = "there is nothing to show yet";
    jdbc.sql("update letter set state = 'CONTROL', hold_reason = 'CONTROL'").update();
    assertThat(get("marketing", "/letters/1"))
        .bodyText()
        .contains("never leaves")
        .doesNotContain(yet);
    jdbc.sql("update letter set state = 'SUPPRESSED', hold_reason = 'LAPSE_CLOSED'").update();
    assertThat(get("marketing", "/letters/1"))
        .bodyText()
        .contains("was stopped before it left")
        .doesNotContain(yet);
  }

  @Test
  void theTimeLineNamesNoOfferWhereThereIsNone() {
    assertThat(get("marketing", "/customers/A"))
        .bodyText()
        .contains("Letter 1 with 10\u00a0% held");
    jdbc.sql("update letter set percent = 0").update();
    assertThat(get("marketing", "/customers/A")).bodyText().contains("Letter 1 held");
  }

  /** A rung's number is its name in the program alone: files say what the pages say. */
  @Test
  void filesNameTheRungBesideItsNumber() {
    assertThat(get("marketing", "/letters/list.csv")).bodyText().contains(",1,90 days,held,review");
    assertThat(get("marketing", "/letters/held.csv"))
        .bodyText()
        .contains("held,1,90 days,review,1");
    jdbc.sql("update letter set rung = 0").update();
    var repentance = "0,Letter of repentance,";
    assertThat(get("marketing", "/letters/list.csv")).bodyText().contains("," + repentance);
    assertThat(get("marketing", "/letters/held.csv")).bodyText().contains("held," + repentance);
  }

  private void inDoubt(String answer) {
    jdbc.sql(
            """
            update letter set state = 'IN_DOUBT', announced_at = now(), ended_at = now(), hold_reason = null,
                   address = 'anna@example.org', message_id = '<1.x@shop.example>', smtp_reply = ANSWER
            """
                .replace("ANSWER", answer))
        .update();
  }

  /** Nothing in silence: what a receiver refuses again and again is not just planned. */
  @Test
  void aLetterThatItsReceiverPutsOffSaysSoAndWhenItIsTriedAgain() {
    jdbc.sql(
            """
            update letter
               set state = 'PLANNED', hold_reason = null, attempts = 7, next_attempt_at = now() + interval '1 day',
                   smtp_code = 452, smtp_reply = '4.2.2 over quota'
            """)
        .update();
    assertThat(get("marketing", "/letters/list")).bodyText().contains("put off, tried again at");
    assertThat(get("marketing", "/letters/1"))
        .bodyText()
        .contains("Put off", "7 tries so far, the next one at", "4.2.2 over quota");
    jdbc.sql("update letter set next_attempt_at = now() - interval '1 minute'").update();
    assertThat(get("marketing", "/letters/list"))
        .bodyText()
        .doesNotContain("put off, tried again at");
  }

  /** A number and the list behind it are of the same letters. */
  @Test
  void theListOfLettersWithoutAReasonLeavesOutThoseThatHaveOne() {
    jdbc.sql("update letter set state = 'FAILED', hold_reason = 'DROPPED'").update();
    jdbc.sql(
            """
            insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, smtp_code)
            select lapse_id, customer_id, 2, 'FAILED', 10, template_id, due_on, 550 from letter
            """)
        .update();
    assertThat(get("marketing", "/letters/held"))
        .bodyText()
        .contains("status=failed&amp;rung=2&amp;reason=none");
    var list = "/letters/list?status=failed&reason=none";
    assertThat(get("marketing", list))
        .bodyText()
        .contains("/letters/2?from=", "reason=none")
        .doesNotContain("/letters/1?from=");
  }

  /** "Why did Mrs X get no letter?": the list is searched by words, and its file is of the same. */
  @Test
  void theListIsSearchedByTheNameAndItsFileFollows() {
    assertThat(get("marketing", "/letters/list?q=ångstr"))
        .bodyText()
        .contains("/letters/1?from=", "value=\"ångstr\"", "/letters/list.csv?", "q=%C3%A5ngstr");
    assertThat(get("marketing", "/letters/list.csv?q=ångstr")).bodyText().contains("Ångström");
    assertThat(get("marketing", "/letters/list.csv?q=lind")).bodyText().doesNotContain("Ångström");
    assertThat(get("marketing", "/letters/list?q=lind"))
        .bodyText()
        .contains("/customers?q=lind")
        .doesNotContain("/letters/1?from=");
  }

  /** "Why did Mrs X get no letter?" has its answer in one place, rung by rung. */
  @Test
  void theCustomersPageSaysWhatBecameOfEachRung() {
    assertThat(get("marketing", "/customers/A"))
        .bodyText()
        .contains("Letters of the ladder", "held (waits for review)", "the rung is off")
        .contains("/letters/1\"", "/letters/list?customer=A");
    jdbc.sql("update letter set state = 'SENT', hold_reason = null, sent_at = now()").update();
    ladder.turn(2, Mode.LIVE, true, stories.marketing());
    assertThat(get("marketing", "/customers/A"))
        .bodyText()
        .contains(">sent ", "not yet due: on ")
        .doesNotContain("held (waits for review)");
    stories.aCustomer("B").silentFor(10).save();
    assertThat(get("marketing", "/customers/B")).bodyText().contains("begin with a lapse");
  }

  private String flashed(String path, String name) {
    return String.valueOf(post("marketing", path).getMvcResult().getFlashMap().get(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/letters",
        "/letters/held",
        "/letters/list",
        "/letters/list?status=held&reason=review&rung=1",
        "/letters/list?status=sent",
        "/letters/in-doubt",
        "/letters/1",
        "/letters/rungs/1",
        "/letters/rungs/0",
        "/letters/rungs/1/dry-run",
        "/letters/rungs/2/dry-run?part=GETS&day=2026-07-01",
        "/letters/rungs/1/dry-run?part=DOES_NOT&because=review",
        "/letters/rungs/1/activation?backlog=true",
        "/letters/rungs/1/versions/1",
        "/letters/letterhead",
        "/letters/results",
        "/letters/results/names?rung=1&what=used",
        "/coupons"
      })
  void everyPageShowsItselfWithoutAMissingWord(String path) {
    assertThat(get("marketing", path))
        .hasStatusOk()
        .bodyText()
        .contains("<main", "<h1")
        .doesNotContain("??")
        .doesNotContain("<b>Ångström");
  }

  @Test
  void aRepSeesNoLadderAndNoForeignLetter() {
    assertThat(get("rep", "/letters")).hasStatus(403);
    assertThat(get("rep", "/letters/rungs/1")).hasStatus(403);
    assertThat(get("rep", "/letters/1")).hasStatus(404);
    assertThat(get("rep", "/letters/list")).hasStatusOk().bodyText().doesNotContain("Ångström");
  }

  @Test
  void aWrongVariableIsRefusedWithTheReasonAndKeepsWhatWasTyped() {
    var answer =
        mvc.post()
            .uri("/letters/rungs/1/template")
            .with(user("marketing"))
            .with(csrf())
            .param("subject", "Come back {{secret}}")
            .param("greeting", "Dear {{first_name}}")
            .param("greetingFallback", "Good day")
            .param("body", "kept words")
            .param("buttonText", "Go")
            .exchange();
    assertThat(answer)
        .hasStatus(422)
        .bodyText()
        .contains("There is no value &quot;secret&quot;", "kept words", "Come back {{secret}}");
    assertThat(ladder.versions(1, stories.marketing())).hasSize(1);
  }

  @Test
  void theLadderLeadsToTheLettersThatWait() {
    assertThat(get("marketing", "/letters"))
        .bodyText()
        .contains("href=\"/letters/rungs/1/releases\"", "Read and release 1 letter", "1 waits")
        .doesNotContain("rungs/1/dry-run?part=GETS");
  }

  /** Who waits for a release is not counted once more among those who get nothing. */
  @Test
  void theLadderCountsNobodyTwice() throws Exception {
    var page = Jsoup.parse(get("marketing", "/letters").getResponse().getContentAsString());
    var rung = page.select("section[aria-labelledby=rung-1]");
    assertThat(rung.text()).contains("Read and release 1 letter");
    assertThat(rung.select("details a[href*=because=review]")).isEmpty();
  }

  /** After the switch the pages said that nobody gets anything, and not that the night writes. */
  @Test
  void whoSwitchesToReviewIsToldWhatIsWrittenTonightAndWhereItWaits() {
    jdbc.sql("delete from coupon").update();
    jdbc.sql("delete from letter").update();
    ladder.turn(1, Mode.OFF, true, stories.marketing());
    var turned = postWith("/letters/rungs/1/mode", "mode", "review", "backlog", "true");
    assertThat(turned.getMvcResult().getFlashMap().get("notice").toString())
        .contains("Tonight at 02:00", "Waiting for review");
    assertThat(get("marketing", "/letters"))
        .bodyText()
        .contains("1 letter is written tonight at 02:00 and then waits here for a release");
    assertThat(get("marketing", "/letters/rungs/1/dry-run"))
        .bodyText()
        .contains("1 of them because they wait for a release", ">waits for a release</span>");
  }

  /** It was a page of its own that said "not possible now", and what was chosen was lost. */
  @Test
  void aRefusedSwitchStaysOnTheRungWithWhatWasChosen() throws Exception {
    ladder.turn(1, Mode.OFF, false, stories.marketing());
    jdbc.sql("update firm set website = ''").update();
    var refused = postWith("/letters/rungs/1/mode", "mode", "review", "backlog", "true");
    assertThat(refused).hasStatus(422);
    var page = Jsoup.parse(refused.getResponse().getContentAsString());
    assertThat(page.select("#not-turned").text()).contains("The button leads nowhere");
    assertThat(page.select("#not-turned a[href=/letters/letterhead]")).hasSize(1);
    assertThat(page.select("input[name=mode][checked]").attr("value")).isEqualTo("review");
    assertThat(page.select("input[name=backlog][checked]")).hasSize(1);
  }

  /** An added rung could not be chosen, and a rung was told by a bare number. */
  @Test
  void listsNameTheRungsOfTheLadderAsItIs() {
    postWith("/letters/rungs/3/removal");
    assertThat(get("marketing", "/letters/list"))
        .bodyText()
        .contains(">180 days</option>", "Farewell")
        .doesNotContain(">360 days<", "180 days →");
    assertThat(get("rep", "/letters/list")).bodyText().contains("90 days");
    assertThat(get("marketing", "/letters/list?rung=3"))
        .bodyText()
        .contains("<option value=\"3\" selected=\"selected\">3</option>");
    assertThat(get("marketing", "/letters/held"))
        .bodyText()
        .contains("90 days", "/letters/list?status=held&amp;rung=1&amp;reason=review\">1</a>");
  }

  /** Two tabs or two people: the second one is told, keeps what he wrote, and may go on. */
  @Test
  void wordsThatSomebodyElseSavedMeanwhileAreNotOverwrittenUnseen() {
    var seen = ladder.rung(1, stories.marketing()).templateId();
    assertThat(words("/template", "First", seen)).hasStatus(302);
    assertThat(words("/template", "Second", seen))
        .hasStatus(422)
        .bodyText()
        .contains("version 2 was saved by", "value=\"Second\"");
    assertThat(ladder.template(1, stories.marketing()).template().subject()).isEqualTo("First");
    var now = ladder.rung(1, stories.marketing()).templateId();
    assertThat(words("/template", "Second", now)).hasStatus(302);
    assertThat(ladder.template(1, stories.marketing()).template().subject()).isEqualTo("Second");
  }

  /** The same in a language: of two who begin it, and of two who change it. */
  @Test
  void wordsOfALanguageThatSomebodyElseSavedMeanwhileAreNotOverwrittenUnseen() {
    assertThat(get("marketing", "/letters/rungs/1/languages/de"))
        .bodyText()
        .contains("name=\"seen\" value=\"0\"");
    assertThat(words("/languages/de", "Erste", 0)).hasStatus(302);
    assertThat(words("/languages/de", "Zweite", 0))
        .hasStatus(422)
        .bodyText()
        .contains("version 2 was saved by", "value=\"Zweite\"", "/letters/rungs/1/versions/2");
    assertThat(german().template().subject()).isEqualTo("Erste");
    assertThat(words("/languages/de", "Zweite", german().id())).hasStatus(302);
    var seen = german().id();
    assertThat(postWith("/letters/rungs/1/languages/de/removal")).hasStatus(302);
    assertThat(words("/languages/de", "Dritte", seen))
        .hasStatus(422)
        .bodyText()
        .contains("this language was removed", "value=\"Dritte\"", "name=\"seen\" value=\"0\"");
  }

  /** What the other one saved is shown beside what was typed, where they differ. */
  @Test
  void aLetterheadThatSomebodyElseSavedMeanwhileIsNotOverwrittenUnseen() {
    var opened = get("marketing", "/letters/letterhead");
    assertThat(opened).bodyText().contains("name=\"seen\" value=\"0\"");
    assertThat(letterhead("First & Sons", 0)).hasStatus(302);
    assertThat(letterhead("Second", 0))
        .hasStatus(422)
        .bodyText()
        .contains("somebody else changed the letterhead", "<dd>First &amp; Sons</dd>")
        .contains("value=\"Second\"", "name=\"seen\" value=\"1\"")
        .doesNotContain("<dt>Postal address</dt>");
    assertThat(letterhead("Second", 1)).hasStatus(302);
    assertThat(get("marketing", "/letters/letterhead")).bodyText().contains("value=\"Second\"");
  }

  @Test
  void theLanguageOfLettersIsChosenOnTheLetterhead() {
    assertThat(get("marketing", "/letters/letterhead"))
        .bodyText()
        .contains("<option value=\"en\" selected=\"selected\">English</option>", ">Polish<");
    var head = new String[] {"name", "K", "postalAddress", "S 1", "website", "https://k.example"};
    assertThat(postWith("/letters/letterhead", with(head, "language", "ru")))
        .hasStatus(422)
        .bodyText()
        .contains("has no words of a letter in &quot;ru&quot;", "#field-language");
    assertThat(postWith("/letters/letterhead", with(head, "language", "de"))).hasStatus(302);
    assertThat(get("marketing", "/letters/letterhead"))
        .bodyText()
        .contains("<option value=\"de\" selected=\"selected\">German</option>");
  }

  private static String[] with(String[] fields, String... more) {
    return java.util.stream.Stream.of(fields, more)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new);
  }

  private MvcTestResult letterhead(String name, long seen) {
    return postWith(
        "/letters/letterhead",
        "seen",
        String.valueOf(seen),
        "name",
        name,
        "postalAddress",
        "Street 1, Town",
        "website",
        "https://shop.example");
  }

  private TemplateVersion german() {
    return Objects.requireNonNull(variants.current(1, "de", stories.marketing()));
  }

  /** It used to come at the head of the preview, a screen above the button that was pressed. */
  @Test
  void theAnswerOfAButtonBelowTheWordsStandsAboveThatButton() {
    assertThat(get("marketing", "/letters/rungs/1"))
        .bodyText()
        .containsSubsequence(
            "id=\"missing\"", "save-bar", "/letters/rungs/1/tests", "</form>", "id=\"check\"");
  }

  private MvcTestResult words(String path, String subject, long seen) {
    return postWith(
        "/letters/rungs/1" + path,
        "seen",
        String.valueOf(seen),
        "subject",
        subject,
        "greeting",
        "Dear {{first_name}}",
        "greetingFallback",
        "Dear customer",
        "body",
        "Come back {{percent}} {{coupon}}",
        "buttonText",
        "Look",
        "signature",
        "Anna");
  }

  @Test
  void savingMakesANewVersionAndWaitingLettersTakeIt() {
    var answer =
        mvc.post()
            .uri("/letters/rungs/1/template")
            .with(user("marketing"))
            .with(csrf())
            .param("subject", "Come back")
            .param("greeting", "Dear {{first_name}}")
            .param("greetingFallback", "Good day")
            .param("body", "first\r\n\r\nsecond {{percent}} {{coupon}}")
            .param("buttonText", "Go")
            .exchange();
    assertThat(answer).hasRedirectedUrl("/letters/rungs/1");
    var current = ladder.template(1, stories.marketing());
    assertThat(current.version()).isEqualTo(2);
    assertThat(current.template().body()).isEqualTo("first\n\nsecond {{percent}} {{coupon}}");
    assertThat(jdbc.sql("select template_id from letter").query(Long.class).single())
        .isEqualTo(current.id());
  }

  @Test
  void thePreviewShowsTheDraftAsARealCustomerUnderAPolicyOfItsOwn() {
    jdbc.sql("update customer set first_name = '<script>Eve', last_name = 'Ångström'").update();
    var frame =
        draft("/letters/rungs/1/preview", "{{percent}} % until {{valid_until}} for **you**");
    assertThat(frame)
        .hasStatusOk()
        .bodyText()
        .contains("10 % until 1 July 2026", "<strong>you</strong>", "Good day")
        .doesNotContain("<script>");
    assertThat(frame.getResponse().getHeaders("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("style-src 'unsafe-inline'", "frame-ancestors 'self'", "sandbox");
    assertThat(draft("/letters/rungs/1/check", "short"))
        .hasStatusOk()
        .bodyText()
        .contains("15 of 50 characters");
    assertThat(draft("/letters/rungs/1/check", "{{> file}}"))
        .hasStatusOk()
        .bodyText()
        .contains("A letter may not contain");
    assertThat(ladder.versions(1, stories.marketing())).hasSize(1);
  }

  /** It used to be black words on black where the dark letter is looked at. */
  @Test
  void whatIsMissingIsSaidInTheFrameInItsOwnColoursAndBesideItWithItsField() {
    assertThat(draft("/letters/rungs/1/preview", ""))
        .hasStatus(422)
        .bodyText()
        .contains("color:#a61b12;background:#fdecea", "This part of the letter is empty");
    assertThat(draft("/letters/rungs/1/check", ""))
        .hasStatusOk()
        .bodyText()
        .contains("href=\"#field-body\"", "This part of the letter is empty", "class=\"gate\"");
    assertThat(get("marketing", "/letters/rungs/1")).bodyText().contains("novalidate");
  }

  /** The alert said that a value is unknown, and the check beside it that every one is known. */
  @Test
  void theCheckOfValuesIsRedWhereTheLetterIsRefusedForThem() throws Exception {
    for (var body : new String[] {"Hello {{secret}}", "Hello {{first_name}}"}) {
      var answer = draft("/letters/rungs/1/check", body).getResponse().getContentAsString();
      assertThat(Jsoup.parse(answer).select(".gate .chip.danger").text())
          .as(body)
          .contains("Values");
    }
  }

  private MvcTestResult draft(String path, String body) {
    return mvc.post()
        .uri(path)
        .with(user("marketing"))
        .with(csrf())
        .param("customer", "A")
        .param("subject", "Come back: 10 %")
        .param("greeting", "Dear {{first_name}}")
        .param("greetingFallback", "Good day")
        .param("body", body)
        .param("buttonText", "Go")
        .exchange();
  }

  @Test
  void theRedButtonStopsAndStartsSending() {
    assertThat(post("marketing", "/letters/stops")).hasRedirectedUrl("/letters");
    assertThat(stopped()).isTrue();
    assertThat(get("marketing", "/letters")).bodyText().contains("Start sending again");
    assertThat(post("rep", "/letters/resumptions")).hasStatus(403);
    assertThat(stopped()).isTrue();
    assertThat(post("marketing", "/letters/resumptions")).hasRedirectedUrl("/letters");
    assertThat(stopped()).isFalse();
  }

  /** LET-06, LET-08: what opens letters is ready to be taken, one with the name in it. */
  @Test
  void readySubjectsAreOfferedByTheEditor() {
    assertThat(get("marketing", "/letters/rungs/1"))
        .bodyText()
        .contains(
            "Give us one last chance", "Is this really the end?!", "{{first_name}}, we miss you");
  }

  /** LET-30: the sources' figures stand beside the own ones and say what they are. */
  /** LET-25: the browser spells, in the language that is written. */
  @Test
  void theWordsAreSpelledByTheBrowser() {
    assertThat(get("marketing", "/letters/rungs/1"))
        .bodyText()
        .contains("id=\"field-subject\" class=\"form-control\" spellcheck=\"true\"")
        .contains("id=\"field-body\" class=\"form-control\" spellcheck=\"true\"");
    assertThat(get("marketing", "/letters/rungs/1/languages/de"))
        .bodyText()
        .contains("lang=\"de\"");
  }

  @Test
  void benchmarksStandBesideOwnResultsAndAreLabelled() {
    jdbc.sql(
            "update letter set state = 'SENT', hold_reason = null, sent_at = now() - interval '61 days'")
        .update();
    outcomes.settle(clock.today());
    assertThat(get("marketing", "/letters/results"))
        .bodyText()
        .contains("90 days → 10 %", "no comparison", "of all days and as of now: 1")
        .contains(
            "In the sources, never a forecast: 47\u00a0% opened, at least 12\u00a0% returned");
  }

  @Test
  void aRungIsAddedRemovedAndPutBack() {
    var added = postWith("/letters/rungs", "days", "45", "percent", "5");
    assertThat(added).hasRedirectedUrl("/letters/rungs/4");
    assertThat(postWith("/letters/rungs", "days", "45", "percent", "5"))
        .hasStatus(422)
        .bodyText()
        .contains("45 days do not fit");
    assertThat(get("marketing", "/letters")).bodyText().contains("45 days → 5 %");
    assertThat(postWith("/letters/rungs/4/removal")).hasRedirectedUrl("/letters");
    assertThat(get("marketing", "/letters")).bodyText().contains("Taken off the ladder");
    assertThat(postWith("/letters/rungs/4/return")).hasRedirectedUrl("/letters/rungs/4");
  }

  @Test
  void goingLiveShowsTheFirstDayBeforeItHappens() {
    jdbc.sql("update rung set mode = 'off' where number = 1").update();
    assertThat(postWith("/letters/rungs/1/mode", "mode", "live", "backlog", "true"))
        .hasRedirectedUrl("/letters/rungs/1/activation?backlog=true");
    assertThat(get("marketing", "/letters/rungs/1/activation?backlog=true"))
        .bodyText()
        .contains("One letter leaves as soon as the hours for letters allow", "We miss you");
    assertThat(postWith("/letters/rungs/1/activation", "backlog", "true"))
        .hasRedirectedUrl("/letters/rungs/1");
    assertThat(ladder.rung(1, stories.marketing()).mode().code()).isEqualTo("live");
  }

  @Test
  void theTillShowsUsesAndTakesBackACoupon() {
    var code = jdbc.sql("select code from coupon").query(String.class).single();
    assertThat(get("marketing", "/coupons?code=" + code))
        .bodyText()
        .contains("a letter that has not left yet")
        .doesNotContain("Use it now");
    jdbc.sql("update letter set state = 'SENT', sent_at = now()").update();
    assertThat(get("marketing", "/coupons?code=" + code.toLowerCase(java.util.Locale.ROOT)))
        .hasStatusOk()
        .bodyText()
        .contains("10\u00a0%", "Use it now");
    postWith("/coupons/" + code + "/redemptions");
    assertThat(get("marketing", "/coupons?code=" + code)).bodyText().contains("has been used");
    postWith("/coupons/" + code + "/returns");
    assertThat(get("marketing", "/coupons?code=" + code)).bodyText().contains("Use it now");
    assertThat(get("marketing", "/coupons?code=nonsense")).hasStatus(404);
    jdbc.sql("update coupon set valid_until = '2026-02-12', gives = 'a cup'").update();
    assertThat(get("marketing", "/coupons?code=" + code))
        .bodyText()
        .contains("was valid until 12 Feb 2026");
    assertThat(get("marketing", "/api/v1/coupons/" + code))
        .bodyJson()
        .isLenientlyEqualTo("{\"valid\":false,\"percent\":10,\"gives\":\"a cup\"}")
        .extractingPath("$.reason")
        .asString()
        .contains("was valid until 12 Feb 2026");
    assertThat(get("rep", "/coupons?code=" + code)).hasStatus(404);
  }

  @Test
  void aTestLetterStaysOnThisMachineInTheDemoFirmAndIsShown() {
    jdbc.sql(
            "update firm set demo = true, name = 'K', postal_address = 'S', website = 'https://x.org'")
        .update();
    jdbc.sql("update member set email = 'me@example.org' where login = 'marketing'").update();
    var answer =
        mvc.post()
            .uri("/letters/rungs/1/tests")
            .with(user("marketing"))
            .with(csrf())
            .param("ref", "A")
            .param("subject", "Only a test")
            .param("greeting", "Dear {{first_name}}")
            .param("greetingFallback", "Good day")
            .param("body", "code {{coupon}}")
            .param("buttonText", "Go")
            .exchange();
    assertThat(answer).hasStatusOk().bodyText().contains("Sent to me@example.org");
    assertThat(get("marketing", "/letters/tests/1"))
        .hasStatusOk()
        .bodyText()
        .as("whoever finds it in a mailbox sees that it was none")
        .contains("[Test] Only a test");
    assertThat(get("marketing", "/letters/tests/1/html")).bodyText().contains("code PREVIEW");
    assertThat(get("marketing", "/letters/list")).bodyText().doesNotContain("Only a test");
  }

  private MvcTestResult postWith(String path, String... fields) {
    var request = mvc.post().uri(path).with(user("marketing")).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return request.exchange();
  }

  @Test
  void theListIsAFileToo() {
    assertThat(get("marketing", "/letters/list.csv?status=held"))
        .hasStatusOk()
        .bodyText()
        .startsWith("\uFEFFletter,customer,name,rung,rung_name,state")
        .contains("1,A,\"<b>Ångström & \"\"Søn\"\"</b>\",1,90 days,held,review,10");
  }

  private boolean stopped() {
    return jdbc.sql("select sending_stopped from firm").query(Boolean.class).single();
  }

  private MvcTestResult settings(String login, String days, String percent, String version) {
    return mvc.post()
        .uri("/letters/rungs/1")
        .with(user(login))
        .with(csrf())
        .param("unit", "days")
        .param("days", days)
        .param("percent", percent)
        .param("couponDays", "30")
        .param("control", "0")
        .param("version", version)
        .exchange();
  }

  /** Who was quicker is named, what was typed stays, and saving again puts it in its place. */
  @Test
  void settingsThatSomebodyElseChangedMeanwhileAreNotWrittenOverUnread() {
    stories.member("marketing2", Role.MARKETING);
    var old = "" + ladder.rung(1, stories.marketing()).version();
    assertThat(settings("marketing2", "91", "10", old)).hasStatus(302);
    var refused = settings("marketing", "92", "10", old);
    assertThat(refused)
        .hasStatus(422)
        .bodyText()
        .containsPattern(
            "Marketing2 changed this rung meanwhile, on \\d+ \\w+ \\d{4} at \\d\\d:\\d\\d\\.")
        .contains("value=\"92\"");
    var now = "" + ladder.rung(1, stories.marketing()).version();
    assertThat(now).isNotEqualTo(old);
    assertThat(refused).bodyText().contains("name=\"version\" value=\"" + now + "\"");
    assertThat(settings("marketing", "93", "no", old))
        .as("another fault tells nobody of the other settings")
        .hasStatus(422)
        .bodyText()
        .contains("name=\"version\" value=\"" + old + "\"");
    assertThat(settings("marketing", "92", "10", now)).hasStatus(302);
    assertThat(ladder.rung(1, stories.marketing()).days()).isEqualTo(92);
    assertThat(settings("marketing", "94", "10", now))
        .bodyText()
        .contains("You yourself changed this rung meanwhile");
  }

  @Test
  void anEmptyFieldIsAskedForByItsMeaning() {
    var version = "" + ladder.rung(1, stories.marketing()).version();
    assertThat(settings("marketing", "", "10", version))
        .hasStatus(422)
        .bodyText()
        .contains("after how many days of silence", "#field-days")
        .doesNotContain("0 is not allowed");
    assertThat(settings("marketing", "90", "", version))
        .hasStatus(422)
        .bodyText()
        .contains("how many percent the letter gives", "#field-percent");
    assertThat(settings("marketing", "90.5", "10", version))
        .bodyText()
        .contains("&quot;90.5&quot; is no whole number");
  }

  private MvcTestResult get(String login, String path) {
    return mvc.get().uri(path).with(user(login)).exchange();
  }

  private MvcTestResult post(String login, String path) {
    return mvc.post().uri(path).with(user(login)).with(csrf()).exchange();
  }
}
