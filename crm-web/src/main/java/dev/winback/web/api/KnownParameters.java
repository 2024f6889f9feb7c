package dev.winback.web.api;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What a list of the API can be asked by is what its method takes: a filter that it does not know,
 * left out in silence, would answer with everybody.
 */
@Configuration
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final DefaultParameterNameDiscoverer discoverer = new DefaultParameterNameDiscoverer();
  private final Map<Method, List<String>> known = new ConcurrentHashMap<>();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/v1/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest ask, HttpServletResponse answer, Object handler) {
    if (handler instanceof HandlerMethod method && READING.contains(ask.getMethod())) {
      require(ask, known.computeIfAbsent(method.getMethod(), any -> names(method)));
    }
    return true;
  }

  private static void require(HttpServletRequest ask, List<String> known) {
    for (var name : ask.getParameterMap().keySet()) {
      if (known.isEmpty()) {
        throw Refused.field(name, "refused.parameter.none", name);
      }
      if (!known.contains(name)) {
        throw Refused.field(name, "refused.parameter", name, String.join(", ", known));
      }
    }
  }

  private List<String> names(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters()).flatMap(this::names).toList();
  }

  /** A record without an annotation is filled from parameters of its names. */
  private Stream<String> names(MethodParameter parameter) {
    var asked = parameter.getParameterAnnotation(RequestParam.class);
    if (asked != null) {
      parameter.initParameterNameDiscovery(discoverer);
      var name = asked.name().isEmpty() ? asked.value() : asked.name();
      return Stream.of(name.isEmpty() ? String.valueOf(parameter.getParameterName()) : name);
    }
    var type = parameter.getParameterType();
    boolean filter =
        type.isRecord() && type != Actor.class && parameter.getParameterAnnotations().length == 0;
    return filter
        ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
        : Stream.empty();
  }
}
