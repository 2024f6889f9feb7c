package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.importing.HostileFile.Defect;
import dev.winback.importing.HostileFile.Problem;
import dev.winback.testing.CoreTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * T10, I18: rows between which every kind of defect stands. The generator knows what is good: no
 * good row is lost, every bad one comes back as it came, and the corrected file goes in.
 */
@CoreTest
class HostileRowsTest {

  /** Every kind of every type comes at least once; {@code -Dhostile.rows=10000} is the target. */
  private static final int ROWS = Integer.getInteger("hostile.rows", 900);

  private static final long SEED = 42;

  /** A column of free text of each type. */
  private static final Map<ImportType, String> FREE =
      Map.of(
          ImportType.CUSTOMERS, "city",
          ImportType.PURCHASES, "items",
          ImportType.CONTACTS, "note",
          ImportType.REQUESTS, "subject",
          ImportType.COMPLAINTS, "text",
          ImportType.CARTS, "items",
          ImportType.PAYMENTS, "memo",
          ImportType.REFUNDS, "reason",
          ImportType.REFERRALS, "memo");

  @Autowired Loading loading;
  @Autowired ImportHistory history;
  @Autowired JdbcClient jdbc;

  @Test
  void everyRowIsStoredOrComesBackAsItCame() {
    var counts = new TreeMap<String, Integer>();
    var totals = new long[5];
    var files = files();
    for (var file : files) {
      file.generate(ROWS / files.size() + 1, new Random(SEED));
      var run = loading.load(file.bytes.toByteArray(), false);
      checked(file, run);
      counts.putAll(file.counts);
      add(totals, run);
      correctedFileGoesIn(file);
      var again = loading.load(file.bytes.toByteArray(), false);
      assertThat(List.of(again.created(), again.changed(), again.rejected()))
          .as(file.type.word())
          .containsExactly(0L, 0L, (long) file.problems.size());
    }
    print(counts, totals);
    assertThat(totals[0]).isGreaterThanOrEqualTo(ROWS);
    assertThat(kinds(counts)).isGreaterThanOrEqualTo(60);
  }

  private void checked(HostileFile file, ImportRun run) {
    assertThat(run.failure()).as(file.type.word()).isNull();
    var problems = new ArrayList<Problem>();
    history.eachProblem(
        run.id(),
        ProblemFilter.NONE,
        loading.manager(),
        p ->
            problems.add(
                new Problem(p.line(), p.column(), p.sentence().key().substring(16), p.cells())));
    for (int i = 0; i < Math.min(problems.size(), file.problems.size()); i++) {
      assertThat(problems.get(i)).as(file.type.word()).isEqualTo(file.problems.get(i));
    }
    assertThat(problems).as(file.type.word()).hasSameSizeAs(file.problems);
    assertThat(run.rows())
        .isEqualTo(file.rows)
        .isEqualTo(run.created() + run.changed() + run.same() + run.rejected());
    assertThat(List.of(run.created(), run.same()))
        .containsExactly((long) file.stored.size(), (long) file.same);
    assertThat(stored(file)).isEqualTo(new HashSet<>(file.stored));
  }

  private HashSet<String> stored(HostileFile file) {
    var sql =
        file.type == ImportType.CUSTOMERS
            ? "select ref from customer where import_id is not null and ref like 'customers-%'"
            : "select external_id from " + file.type.ownId();
    return new HashSet<>(jdbc.sql(sql).query(String.class).list());
  }

  private void correctedFileGoesIn(HostileFile file) {
    var rows = new String(file.corrected(), StandardCharsets.UTF_8).lines().count() - 1;
    var corrected = loading.load(file.corrected(), false);
    assertThat(loading.problems(corrected)).isEmpty();
    assertThat(corrected.created()).as(file.type.word()).isEqualTo(rows);
    assertThat(loading.load(file.corrected(), false).same()).isEqualTo(rows);
  }

  private static void add(long[] totals, ImportRun run) {
    var figures = List.of(run.rows(), run.created(), run.changed(), run.same(), run.rejected());
    for (int i = 0; i < totals.length; i++) {
      totals[i] += figures.get(i);
    }
  }

  private static void print(Map<String, Integer> counts, long[] totals) {
    System.out.printf(
        "T10 seed %d: %d kinds, %d with their type; rows %d = created %d + changed %d + same %d + rejected %d%n",
        SEED, kinds(counts), counts.size(), totals[0], totals[1], totals[2], totals[3], totals[4]);
    counts.forEach((kind, count) -> System.out.printf("T10 %5d %s%n", count, kind));
  }

  private static long kinds(Map<String, Integer> counts) {
    return counts.keySet().stream().map(kind -> kind.replaceFirst(".*?: ", "")).distinct().count();
  }

  private static List<HostileFile> files() {
    return List.of(
        file(
            ImportType.CUSTOMERS,
            "customer,email,phone,name,city,time_zone,preferred_channel,status,call_from,owner,email_consent,consent_at,birthday,referrals,shoe size",
            "\u00a4,\u00a4@example.org,+49 30 1234567,Anna,Ulm,,,,,,,,,,38",
            HostileKinds.CUSTOMERS),
        file(
            ImportType.PURCHASES,
            "customer,time,amount,purchase,currency,margin,status,refunded,units,items,coupon,member,source",
            "c-\u00a4,2026-05-01 10:30,12.50,\u00a4,EUR,3.20,paid,,2,tea,,,shop",
            HostileKinds.PURCHASES),
        file(
            ImportType.CONTACTS,
            "customer,time,channel,contact,source,direction,member,result,agreed,asks_reply,note",
            "c-\u00a4,2026-05-01 10:30,phone,\u00a4,crm,out,,talked,yes,no,wants tea",
            HostileKinds.CONTACTS),
        file(
            ImportType.REQUESTS,
            "customer,time,request,subject,answered_at,outcome,source",
            "c-\u00a4,2026-05-01 10:30,\u00a4,price of tea,2026-06-01,,web",
            HostileKinds.REQUESTS),
        file(
            ImportType.COMPLAINTS,
            "customer,time,complaint,text,severity,human,resolved_at,satisfied,source",
            "c-\u00a4,2026-05-01 10:30,\u00a4,too late,3,yes,2026-06-01,no,web",
            HostileKinds.COMPLAINTS),
        file(
            ImportType.CARTS,
            "customer,time,cart,email,items,amount,currency,url,left_at,ordered,source",
            "c-\u00a4,2026-05-01 10:30,\u00a4,,tea,12.50,EUR,https://shop.example/c,,no,web",
            HostileKinds.CARTS),
        file(
            ImportType.PAYMENTS,
            "customer,time,payment,amount,currency,purchase,due_on,source,memo",
            "c-\u00a4,2026-05-01 10:30,\u00a4,12.50,EUR,p-1,2026-05-15,bank,m",
            HostileKinds.MONEY),
        file(
            ImportType.REFUNDS,
            "customer,time,refund,amount,currency,purchase,reason,source",
            "c-\u00a4,2026-05-01 10:30,\u00a4,12.50,EUR,p-1,broken,shop",
            HostileKinds.MONEY),
        file(
            ImportType.REFERRALS,
            "customer,time,referral,referred,source,memo",
            "c-\u00a4,2026-05-01 10:30,\u00a4,c-9,web,m",
            ""));
  }

  private static HostileFile file(ImportType type, String columns, String good, String kinds) {
    var common =
        type == ImportType.CUSTOMERS ? HostileKinds.ALL : HostileKinds.ALL + HostileKinds.TIMED;
    var text = FREE.get(type);
    return new HostileFile(
        type,
        List.of(columns.split(",")),
        Arrays.asList(good.split(",", -1)),
        (common + kinds)
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> defect(line, type, text))
            .toList());
  }

  /** name | column | value | code; OWN and TEXT stand for columns that each type has. */
  private static Defect defect(String line, ImportType type, String text) {
    var parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    var column = parts.get(1).replace("OWN", type.ownId()).replace("TEXT", text);
    boolean nobody = type == ImportType.CARTS && parts.get(0).equals("no customer");
    var code = nobody ? "customer-or-email" : parts.get(3);
    return new Defect(parts.get(0), column, HostileKinds.value(parts.get(2)), code);
  }
}
