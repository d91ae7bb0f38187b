package by.pobach.signin;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Two doors of three; that of programs is in {@code programs}. Whoever signs in ({@code /desk}, {@code /family}): a session and a
 * form token. Everyone else: no session, so a form is protected by asking the browser where it came from.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    @Bean
    @Order(2)
    SecurityFilterChain peopleChain(HttpSecurity http, Sessions sessions, FormTokens tokens) {
        var second = AuthorityAuthorizationManager.<RequestAuthorizationContext>hasAuthority(Rights.SECOND);
        return http.securityMatcher(
                        "/desk",
                        "/desk/**",
                        "/family",
                        "/family/**",
                        "/sign-in",
                        "/sign-in/**",
                        "/sign-out",
                        "/set-up/**",
                        "/hat")
                .authorizeHttpRequests(ask -> ask.requestMatchers(ToSecondStep.PAGES)
                        .authenticated()
                        .requestMatchers(ToSecondStep.DEMANDED)
                        .access(second)
                        .requestMatchers("/family/sign-in", "/family/sign-in/**")
                        .permitAll()
                        .requestMatchers("/desk", "/desk/**", "/family", "/family/**")
                        .hasAuthority(Rights.IN)
                        .anyRequest()
                        .permitAll())
                .securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(new ToSignIn()).accessDeniedHandler(new ToSecondStep()))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain everyoneChain(HttpSecurity http, @Value("${pobach.base-url:}") String baseUrl) {
        return sessionless(http)
                .addFilterBefore(new SameOrigin(baseUrl), AuthorizationFilter.class)
                .build();
    }

    /** What the firewall refuses (such as a path with a double slash) is the sender's mistake, not ours. */
    @Bean
    RequestRejectedHandler refusedByFirewall() {
        return new HttpStatusRequestRejectedHandler(400);
    }

    private static HttpSecurity sessionless(HttpSecurity http) {
        return http.authorizeHttpRequests(ask -> ask.anyRequest().permitAll())
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.disable());
    }
}
