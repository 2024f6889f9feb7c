package dev.winback.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Customers;
import dev.winback.customer.Suppressions;
import dev.winback.customer.Suppressions.Reason;
import dev.winback.shared.WrongSetting;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** I12, R1: a list of erasures that is damaged or missing is not taken for a short one. */
@CoreTest
class ErasureFileTest {

  private static final String MAILBOX = "otto@example.org";

  @TempDir Path directory;
  @Autowired ErasureList list;
  @Autowired Customers customers;
  @Autowired Suppressions suppressions;
  @Autowired Stories stories;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  private Actor manager;
  private Backup backup;

  @BeforeEach
  void aBackupOfACustomer() {
    manager = stories.manager();
    stories.aCustomer("K-7").named("Zenobia").email("zenobia@example.org").silentFor(121).save();
    assertThat(list.open(directory)).isZero();
    backup = new Backup(jdbc, transaction);
    backup.make();
  }

  @AfterEach
  void stop() {
    list.close();
    backup.drop();
  }

  @Test
  void aLastLineThatACrashCutOffIsNone() throws IOException {
    customers.erase("K-7", manager);
    assertThat(Files.readString(file())).doesNotContain("K-7").doesNotContain("zenobia");
    Files.writeString(file(), "stopped 2026-06-0", StandardOpenOption.APPEND);
    assertThat(list.open(directory)).isZero();
    suppressions.stop(MAILBOX, Reason.OBJECTION, null);
    list.follow();
    backup.restore();
    assertThat(list.open(directory)).isGreaterThan(1);
    assertThat(suppressions.stopped(MAILBOX)).isTrue();
  }

  /** Each byte but the last ones of the file: whoever stood there would be forgotten. */
  @Test
  void aDamagedLineStopsTheStart() throws IOException {
    customers.erase("K-7", manager);
    var whole = Files.readString(file());
    for (var damaged :
        List.of(
            whole.replaceFirst("erased ", "erasad "),
            whole.replaceFirst("number [0-9a-f]{3}", "number "),
            whole.replaceFirst("erased 20", "erased 9x"),
            whole + "stopped 2026-06-0\n",
            whole + "\0\0")) {
      Files.writeString(file(), damaged);
      assertThatThrownBy(() -> list.open(directory))
          .isInstanceOf(WrongSetting.class)
          .hasMessageMatching("Line \\d+ of the list of erasures .*" + file() + " is damaged: .*");
    }
    Files.writeString(file(), whole);
    assertThat(list.open(directory)).isZero();
  }

  @Test
  void aDatabaseWithoutItsListDoesNotStartUntilSomebodySaysThatThereIsNone() throws IOException {
    suppressions.stop(MAILBOX, Reason.UNSUBSCRIBED, null);
    list.follow();
    var there = file();
    Files.delete(there);
    assertThatThrownBy(() -> list.open(directory))
        .isInstanceOf(WrongSetting.class)
        .hasMessageContaining(there + " is not there");
    Files.createFile(there);
    assertThat(list.open(directory)).isZero();
    assertThat(Files.readString(there)).contains("stopped ");
  }

  @Test
  void nobodyElseOnTheMachineReadsIt() throws IOException {
    customers.erase("K-7", manager);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  private Path file() throws IOException {
    try (var files = Files.list(directory)) {
      return files.findFirst().orElseThrow();
    }
  }
}
