package dev.winback.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.Resource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.ResourceUrlProviderExposingInterceptor;

/** A link of a list is never looked for among the files of the program. */
class AssetLinksTest {

  private final List<String> asked = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "/crm/css/winback.css, /crm/css/winback-1.css",
    "/crm/icons/icons.svg#lost, /crm/icons/icons-1.svg#lost",
    "/crm/lapses/7?from=lost, /crm/lapses/7?from=lost",
    "/crm/customers/css/1, /crm/customers/css/1",
    "https://example.org/css/a.css, https://example.org/css/a.css"
  })
  void onlyAssetsHaveAVersion(String link, String shown) throws Exception {
    assertThat(encoded(link)).isEqualTo(shown);
    assertThat(asked.isEmpty()).isEqualTo(link.equals(shown));
  }

  private String encoded(String link) throws ServletException, IOException {
    var request = new MockHttpServletRequest("GET", "/crm/lost");
    request.setContextPath("/crm");
    var links = new ArrayList<String>();
    FilterChain page =
        (inner, response) -> {
          inner.setAttribute(
              ResourceUrlProviderExposingInterceptor.RESOURCE_URL_PROVIDER_ATTR, versions());
          links.add(((HttpServletResponse) response).encodeURL(link));
        };
    new AssetLinks().doFilter(request, new MockHttpServletResponse(), page);
    return links.get(0);
  }

  private ResourceUrlProvider versions() {
    var handler = new ResourceHttpRequestHandler();
    handler.setResourceResolvers(List.of(new Versions()));
    var provider = new ResourceUrlProvider();
    provider.setHandlerMap(Map.of("/**", handler));
    return provider;
  }

  private final class Versions implements ResourceResolver {

    @Override
    public @Nullable Resource resolveResource(
        @Nullable HttpServletRequest request,
        String path,
        List<? extends Resource> locations,
        ResourceResolverChain chain) {
      return null;
    }

    @Override
    public @Nullable String resolveUrlPath(
        String path, List<? extends Resource> locations, ResourceResolverChain chain) {
      asked.add(path);
      return path.replace(".", "-1.");
    }
  }
}
