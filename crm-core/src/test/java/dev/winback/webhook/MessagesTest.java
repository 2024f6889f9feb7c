package dev.winback.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.winback.customer.Customers;
import dev.winback.importing.Facts;
import dev.winback.importing.ImportRun;
import dev.winback.importing.ImportType;
import dev.winback.importing.Imports;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Stage;
import dev.winback.letter.LetterId;
import dev.winback.letter.Outbox;
import dev.winback.nightly.NightlyRun;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * house.md, rule 10: what is told is written with the event in one transaction; keys and figures
 * leave, no word about a person (hold.md, T60).
 */
@CoreTest
class MessagesTest {

  private static final String ALL =
      "lapse.opened lapse.returned lapse.closed lapse.reopened night.done customer.erased";

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired Lapses lapses;
  @Autowired Customers customers;
  @Autowired Imports imports;
  @Autowired Facts facts;
  @Autowired Outbox outbox;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void theNightTellsWhatItOpenedOnceAndThatItIsDone() {
    Told.address(jdbc, "https://a.example", ALL);
    stories.aCustomer("K-1").named("Zoe Canary").silentFor(121).save();
    stories.aCustomer("K-2").silentFor(10).save();
    nightly.run(clock.today());
    assertThat(Told.types(jdbc)).containsExactly("lapse.opened", "night.done");
    assertThat(Told.bodies(jdbc).get(0))
        .contains("\"ref\": \"K-1\"", "\"stage\": \"LATE\"", "\"type\": \"lapse.opened\"")
        .doesNotContain("Canary", "@");
    nightly.run(clock.today());
    assertThat(Told.types(jdbc)).filteredOn("lapse.opened"::equals).hasSize(1);
  }

  @Test
  void aBlackMarkIsToldOnceAndWithoutAWord() {
    Told.address(jdbc, "https://a.example", "alarm.raised");
    stories.aCustomer("K-1").save();
    var complaint =
        java.util.Map.of(
            "customer",
            "K-1",
            "time",
            "2026-05-31",
            "complaint",
            "a",
            "text",
            "Zoe",
            "severity",
            "4");
    for (int i = 0; i < 2; i++) {
      facts.record(ImportType.COMPLAINTS, java.util.List.of(complaint), null, stories.manager());
    }
    assertThat(Told.bodies(jdbc))
        .singleElement()
        .satisfies(
            body ->
                assertThat(body)
                    .contains("\"ref\": \"K-1\"", "\"severity\": 4", "\"fact\": \"complaint\"")
                    .doesNotContain("Zoe"));
  }

  @Test
  void aReturnIsToldAsAReturnAndAnExitAsAnEnd() {
    var back = stories.aCustomer("K-1").silentFor(121).save();
    stories.aCustomer("K-2").silentFor(121).save();
    nightly.run(clock.today());
    Told.address(jdbc, "https://a.example", ALL);
    stories.purchase(back, clock.today(), "10");
    lapses.sweepReturns();
    close("K-2");
    assertThat(Told.types(jdbc)).containsExactly("lapse.returned", "lapse.closed");
    assertThat(Told.bodies(jdbc).get(0)).contains("\"credit\": \"none\"", "returnedOn");
    assertThat(Told.bodies(jdbc).get(1)).contains("\"stage\": \"REFUSED\"");
  }

  @Test
  void anEventThatIsTakenBackIsNotTold() {
    stories.aCustomer("K-1").silentFor(121).save();
    nightly.run(clock.today());
    Told.address(jdbc, "https://a.example", ALL);
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    tx -> {
                      close("K-1");
                      throw new IllegalStateException("taken back");
                    }))
        .hasMessage("taken back");
    assertThat(Told.types(jdbc)).isEmpty();
  }

  @Test
  void anAddressHearsWhatItChoseAndNothingWhileItIsOffOrRemoved() {
    Told.address(jdbc, "https://a.example", "night.done");
    Told.address(jdbc, "https://b.example", "night.done lapse.opened");
    jdbc.sql("update webhook set active = false where id = :id")
        .param("id", Told.address(jdbc, "https://c.example", ALL))
        .update();
    jdbc.sql("update webhook set removed = true where id = :id")
        .param("id", Told.address(jdbc, "https://d.example", ALL))
        .update();
    stories.aCustomer("K-1").silentFor(121).save();
    nightly.run(clock.today());
    assertThat(Told.types(jdbc))
        .containsExactlyInAnyOrder("lapse.opened", "night.done", "night.done");
  }

  @Test
  void anImportIsToldWithItsCountsAndADryRunIsNot() {
    Told.address(jdbc, "https://a.example", "import.done");
    load(true);
    load(false);
    await().until(() -> Told.types(jdbc).equals(java.util.List.of("import.done")));
    assertThat(Told.bodies(jdbc).get(0))
        .contains("\"rows\": 1", "\"created\": 1", "\"state\": \"done\"");
  }

  private void load(boolean dryRun) {
    var file = new java.io.ByteArrayInputStream("customer\nK-9".getBytes());
    long id = imports.start("a.csv", file, "customers", dryRun, stories.manager());
    await().until(() -> imports.run(id, stories.manager()).state() != ImportRun.State.RUNNING);
  }

  @Test
  void aLetterIsToldByItsRungAndNotByItsAddress() {
    Told.address(jdbc, "https://a.example", "letter.sent");
    long letter = dev.winback.testing.ALetter.in(jdbc).to("canary@example.org").planned();
    jdbc.sql(
            "update letter set state = 'ANNOUNCED', node = 'n', lease_until = clock_timestamp(), announced_at = clock_timestamp()")
        .update();
    outbox.sent(new LetterId(letter), "n", 250, "ok");
    outbox.sent(new LetterId(letter), "n", 250, "ok");
    assertThat(Told.types(jdbc)).containsExactly("letter.sent");
    assertThat(Told.bodies(jdbc).get(0)).contains("\"rung\": 1").doesNotContain("canary");
  }

  @Test
  void anErasedPersonLeavesEarlierMessagesAndIsNamedInTheLastOneAlone() {
    stories.aCustomer("K-1").silentFor(121).save();
    nightly.run(clock.today());
    Told.address(jdbc, "https://a.example", ALL);
    close("K-1");
    customers.erase("K-1", stories.manager());
    assertThat(Told.types(jdbc)).containsExactly("lapse.closed", "customer.erased");
    assertThat(Told.bodies(jdbc).get(0)).doesNotContain("K-1");
    assertThat(Told.bodies(jdbc).get(1)).contains("K-1");
  }

  /** I12: whoever copied the record that became part of his must forget it too. */
  @Test
  void theNumbersOfMergedRecordsAreForgottenAndToldAsWell() {
    stories.aCustomer("K-1").silentFor(121).save();
    stories.aCustomer("K-2").silentFor(130).save();
    nightly.run(clock.today());
    Told.address(jdbc, "https://a.example", ALL);
    close("K-2");
    jdbc.sql(
            "update customer set merged_into = (select id from customer where ref = 'K-1') where ref = 'K-2'")
        .update();
    customers.erase("K-1", stories.manager());
    assertThat(Told.types(jdbc))
        .containsExactly("lapse.closed", "lapse.closed", "customer.erased", "customer.erased");
    assertThat(Told.bodies(jdbc).subList(0, 2).toString()).doesNotContain("K-1", "K-2");
    assertThat(Told.bodies(jdbc).subList(2, 4).toString()).contains("K-1", "K-2");
  }

  private void close(String ref) {
    var lapse =
        jdbc.sql("select l.id from lapse l join customer c on c.id = customer_id where ref = :ref")
            .param("ref", ref)
            .query(Long.class)
            .single();
    lapses.close(new LapseId(lapse), Stage.REFUSED, "he said so", stories.manager());
  }
}
