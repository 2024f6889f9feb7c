package dev.winback.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** hold.md, T50: no message goes inside, in whatever notation the address is written. */
class NewWebhookTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/x",
        "https://127.1/x",
        "https://2130706433/x",
        "https://0/x",
        "https://0.0.0.0/x",
        "https://10.0.0.5/x",
        "https://172.16.0.1/x",
        "https://172.31.255.255/x",
        "https://192.168.1.1/x",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/x",
        "https://192.0.0.8/x",
        "https://198.18.0.1/x",
        "https://224.0.0.1/x",
        "https://255.255.255.255/x",
        "https://[::1]/x",
        "https://[::]/x",
        "https://[::ffff:127.0.0.1]/x",
        "https://[::ffff:a00:1]/x",
        "https://[::127.0.0.1]/x",
        "https://[fe80::1]/x",
        "https://[fc00::1]/x",
        "https://[fd12:3456::1]/x",
        "https://[ff02::1]/x",
        "https://[64:ff9b::7f00:1]/x",
        "https://[2002:7f00:1::]/x",
        "https://[2001:0:7f00:1::]/x",
        "https://localhost/x",
        "http://93.184.216.34/x",
        "ftp://93.184.216.34/x",
        "file:///etc/passwd",
        "https://user:pass@93.184.216.34/x",
        "https:///x",
        "//93.184.216.34/x",
        "https://93.184.216.34/x#part",
        "https://0177.0.0.1/x",
        "https://0x7f.0.0.1/x",
        "https://0x7f000001/x",
        "https://93.184.216.34:0/x",
        "https://93.184.216.34:65536/x",
        "not an address",
        ""
      })
  void insideIsRefused(String url) {
    assertThatThrownBy(() -> valid(url, false))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("url"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://93.184.216.34/hooks?a=b",
        "https://172.15.0.1/x",
        "https://172.32.0.1/x",
        "https://100.128.0.1:8443/x",
        "https://[2a00:1450:4001::200e]/x",
        "https://a-name-that-is-not-there.invalid/x"
      })
  void outsideIsTaken(String url) {
    assertThat(valid(url, false)).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:9/x", "http://localhost/x", "https://10.0.0.5/x"})
  void theSettingOpensTheInside(String url) {
    assertThat(valid(url, true)).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://10.0.0.5/x", "http://93.184.216.34/x", "http://not-there.invalid/x"})
  void plainHttpGoesToThisHostAlone(String url) {
    assertThatThrownBy(() -> valid(url, true)).isInstanceOf(Refused.class);
  }

  private static String valid(String url, boolean privateToo) {
    return new NewWebhook(url, null).validUrl(privateToo);
  }
}
