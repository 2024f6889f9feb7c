package dev.winback.web.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.winback.staff.Staff;
import dev.winback.testing.WorldNames;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.ObjectMapper;

/** T14: names of every script go in by file and come out on the page, by API and by file. */
@WebTest
class UnicodeNamesTest {

  private static final List<String> NAMES = WorldNames.all();

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired ObjectMapper json;

  @BeforeEach
  void hire() {
    People.hire(staff);
  }

  @Test
  void fiveHundredNamesComeOutAsTheyWentIn() {
    load();
    var exported = exported();
    for (int i = 0; i < NAMES.size(); i++) {
      var name = Normalizer.normalize(NAMES.get(i), Normalizer.Form.NFC);
      assertThat(exported).containsEntry("n" + i, name);
      assertThat(json.readTree(get("/api/v1/customers/n" + i)).path("name").asString())
          .isEqualTo(name);
      if (i % 5 == 0) {
        assertThat(HtmlUtils.htmlUnescape(get("/customers/n" + i))).contains(name);
      }
    }
  }

  private void load() {
    var csv = new StringBuilder("customer,name\n");
    for (int i = 0; i < NAMES.size(); i++) {
      csv.append("n").append(i).append(",\"").append(NAMES.get(i)).append("\"\n");
    }
    var file =
        new MockMultipartFile(
            "file", "n.csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8));
    var answer =
        mvc.post()
            .uri("/api/v1/imports")
            .multipart()
            .file(file)
            .with(httpBasic("manager", "demo"))
            .exchange();
    var run = answer.getResponse().getHeader("Location");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(get(run)).contains("\"state\":\"done\""));
    assertThat(get(run)).contains("\"created\":500");
  }

  private Map<String, String> exported() {
    var names = new HashMap<String, String>();
    CsvReader.builder()
        .ofCsvRecord(get("/customers.csv"))
        .forEach(row -> names.put(row.getField(0).replace("\uFEFF", ""), row.getField(1)));
    return names;
  }

  /** Signed in once: a password a call costs more than the call. */
  private String get(String path) {
    var answer = mvc.get().uri(path).with(user("manager").roles("MANAGER")).exchange();
    assertThat(answer).as(path).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
