package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.testing.CoreTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F10, T34: of a full disk the message tells which one it is. */
@CoreTest
class NoRoomTest {

  @Autowired Imports imports;
  @Autowired Loading loading;
  @Autowired Settings settings;
  @Autowired JdbcClient jdbc;

  @Test
  void aFileThatFindsNoRoomSaysWhichDiskIsFull() {
    var folder = settings.dataDir().resolve("uploads").toAbsolutePath().normalize();
    assertThatThrownBy(() -> load("No space left on device"))
        .isInstanceOfSatisfying(
            Refused.class,
            full -> {
              assertThat(full.sentence().key()).isEqualTo("importing.failed.no-room");
              assertThat(full.sentence().figures()).first().isEqualTo(folder.toString());
            });
    var run = last();
    assertThat(run.state()).isEqualTo(ImportRun.State.FAILED);
    assertThat(String.valueOf(run.failure())).contains("no-room", folder.toString());
    assertThat(Files.exists(folder.resolve(Long.toString(run.id())))).isFalse();
  }

  @Test
  void aConnectionThatBreaksOffIsNoFullDisk() {
    assertThatThrownBy(() -> load("Connection reset")).isInstanceOf(UncheckedIOException.class);
    assertThat(String.valueOf(last().failure())).contains("not-received");
  }

  @Test
  void aFullDiskOfTheDatabaseIsTold() {
    var full = new SQLException("could not extend file", "53100");
    assertThat(NoRoom.inDatabase(new IllegalStateException(full))).isTrue();
    assertThat(NoRoom.inDatabase(new IllegalStateException("53100"))).isFalse();
  }

  private void load(String failure) {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException(failure);
          }
        };
    var begun =
        new ByteArrayInputStream("customer,name\n1,Anna\n".getBytes(StandardCharsets.UTF_8));
    imports.start(
        "c.csv", new SequenceInputStream(begun, broken), "auto", false, loading.manager());
  }

  private ImportRun last() {
    return loading.run(jdbc.sql("select max(id) from import_run").query(Long.class).single());
  }
}
