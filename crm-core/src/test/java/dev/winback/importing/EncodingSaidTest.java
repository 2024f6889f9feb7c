package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.testing.CoreTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * OPS-04: what no byte of a file tells, its loader may say: the alphabet in which it is written.
 */
@CoreTest
class EncodingSaidTest {

  @Autowired Loading loading;
  @Autowired Imports imports;
  @Autowired ImportHistory history;
  @Autowired JdbcClient jdbc;

  private ImportRun load(String words, String written, @Nullable String said) {
    var bytes =
        "customer,first_name,last_name\n7,%s,x\n"
            .formatted(words)
            .getBytes(Charset.forName(written));
    var options = new LoadOptions("auto", null, null, said, false);
    return loading.finished(
        imports.start("f.csv", new ByteArrayInputStream(bytes), options, loading.manager()));
  }

  private String name() {
    return jdbc.sql("select first_name from customer").query(String.class).single();
  }

  @ParameterizedTest
  @CsvSource({
    "Łódź,            windows-1250",
    "Łódź,            ISO-8859-2",
    "Наталья,         windows-1251",
    "Наталья,         KOI8-R",
    "Γιώργος,         windows-1253",
    "Şule Güneş,      windows-1254",
    "שרה,             windows-1255",
    "ليلى,            windows-1256",
    "Šarūnė,          windows-1257",
    "José Müller,     windows-1252",
    "健太 表計算,     Shift_JIS",
    "지민,            EUC-KR",
    "陳許功,          Big5",
    "王小明,          GB18030",
    "Çağla,           UTF-8"
  })
  void aFileIsReadAsItWasSaid(String words, String encoding) {
    var run = load(words, encoding, encoding);
    assertThat(run.created()).as(String.valueOf(run.failure())).isOne();
    assertThat(name()).isEqualTo(words);
    assertThat(load(words, encoding, encoding.toLowerCase(java.util.Locale.ROOT)).same()).isOne();
  }

  @Test
  void whatLooksWesternIsTakenForItUntilSomebodySaysOtherwise() {
    load("Şule", "windows-1254", null);
    assertThat(name()).isEqualTo("Þule");
    var again = load("Şule", "windows-1254", "windows-1254");
    assertThat(again.changed()).isOne();
    assertThat(name()).isEqualTo("Şule");
  }

  /** A trial, and the file after it, are read alike. */
  @Test
  void aTriedFileIsLoadedInTheSameEncoding() {
    var bytes = "customer,first_name\n7,Łucja\n".getBytes(Charset.forName("windows-1250"));
    var options = new LoadOptions("auto", null, null, "windows-1250", true);
    var trial =
        loading.finished(
            imports.start("f.csv", new ByteArrayInputStream(bytes), options, loading.manager()));
    assertThat(trial.dryRun()).isTrue();
    loading.finished(imports.startForReal(trial.id(), loading.manager()));
    assertThat(name()).isEqualTo("Łucja");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void theMarkOfTheFileItselfIsSurer(String written) {
    var bytes = "\ufeffcustomer,first_name\n7,Łucja\n".getBytes(Charset.forName(written));
    var options = new LoadOptions("auto", null, null, "windows-1254", false);
    loading.finished(
        imports.start("f.csv", new ByteArrayInputStream(bytes), options, loading.manager()));
    assertThat(name()).isEqualTo("Łucja");
  }

  @Test
  void anEncodingThatNobodyKnowsIsRefusedWithThoseThatAre() {
    assertThatThrownBy(() -> load("x", "UTF-8", "klingon"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("encoding");
              assertThat(refused.sentence().toString()).contains("klingon", "windows-1250");
            });
  }
}
