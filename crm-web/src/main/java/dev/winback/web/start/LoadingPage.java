package dev.winback.web.start;

import dev.winback.demo.DemoFirm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ModelAndViewDefiningException;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * While the demo firm is loaded every page says how far it is and asks again by itself; whoever
 * waits by a program is told 503.
 */
@Configuration
class LoadingPage implements HandlerInterceptor, WebMvcConfigurer {

  private static final String SECONDS = "2";

  private final DemoStart start;
  private final DemoFirm demo;

  LoadingPage(DemoStart start, DemoFirm demo) {
    this.start = start;
    this.demo = demo;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .excludePathPatterns("/webjars/**", "/css/**", "/js/**", "/icons/**", "/favicon.ico");
  }

  @Override
  public boolean preHandle(HttpServletRequest ask, HttpServletResponse answer, Object handler)
      throws ModelAndViewDefiningException {
    if (!start.loading()) {
      return true;
    }
    answer.setHeader("Refresh", SECONDS);
    answer.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
    var page = new ModelAndView("start/loading", HttpStatus.SERVICE_UNAVAILABLE);
    demo.progress().ifPresent(progress -> page.addAllObjects(Map.of("progress", progress)));
    throw new ModelAndViewDefiningException(page);
  }
}
