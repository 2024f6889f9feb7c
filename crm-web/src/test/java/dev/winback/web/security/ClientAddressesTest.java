package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;

/** Wrong passwords are counted by address: it is the client's, and nobody chooses his own. */
class ClientAddressesTest {

  private static final String CLIENT = "203.0.113.7";

  @Test
  void behindAProxyInsideItIsTheClients() throws Exception {
    assertThat(address("10.0.0.5", CLIENT, "")).isEqualTo(CLIENT);
    assertThat(address("127.0.0.1", CLIENT, "")).isEqualTo(CLIENT);
  }

  @Test
  void nobodyOutsideChoosesHisOwn() throws Exception {
    assertThat(address(CLIENT, "198.51.100.1", "")).isEqualTo(CLIENT);
    // the proxy adds whom it saw to what the client had written
    assertThat(address("10.0.0.5", "198.51.100.1, " + CLIENT, "")).isEqualTo(CLIENT);
  }

  @Test
  void whereTheProxiesAreNamedNobodyElseIsBelieved() throws Exception {
    assertThat(address("10.0.0.5", CLIENT, "10\\.0\\.0\\.5")).isEqualTo(CLIENT);
    assertThat(address("10.0.0.6", CLIENT, "10\\.0\\.0\\.5")).isEqualTo("10.0.0.6");
  }

  private static String address(String peer, String forwarded, String proxies) throws Exception {
    var coyote = new org.apache.coyote.Request();
    coyote.getMimeHeaders().addValue("X-Forwarded-For").setString(forwarded);
    coyote.getMimeHeaders().addValue("X-Forwarded-Host").setString("evil.example");
    var request = new Request(new Connector(), coyote);
    request.setRemoteAddr(peer);
    var seen = new String[1];
    var valve = ClientAddresses.valve(proxies);
    valve.setNext(
        new ValveBase() {
          @Override
          public void invoke(Request asked, Response answer) {
            seen[0] = asked.getRemoteAddr();
            assertThat(asked.getServerName()).isNotEqualTo("evil.example");
          }
        });
    valve.invoke(request, null);
    return seen[0];
  }
}
