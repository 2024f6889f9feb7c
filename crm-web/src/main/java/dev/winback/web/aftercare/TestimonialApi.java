package dev.winback.web.aftercare;

import dev.winback.aftercare.Testimonial;
import dev.winback.aftercare.Testimonials;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Testimonials for scripts. */
@RestController
class TestimonialApi {

  private static final int MOST = 1000;

  private final Testimonials testimonials;

  TestimonialApi(Testimonials testimonials) {
    this.testimonials = testimonials;
  }

  @GetMapping("/api/v1/testimonials")
  Paged<Testimonial> list(
      @RequestParam(required = false) @Nullable String show,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String after,
      Actor actor) {
    if (limit < 1 || limit > MOST) {
      throw Refused.field("limit", "refused.limit", MOST, limit);
    }
    return testimonials.page(show, after, limit, actor);
  }
}
