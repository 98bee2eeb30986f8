package dev.rapt.access.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoutesTest {

    @Test
    void aRouteIsFoundByMethodAndPath() {
        assertThat(need("GET", "/v1/meetings/m")).isEqualTo(Need.VIEWER);
        assertThat(need("HEAD", "/v1/meetings/m")).isEqualTo(Need.VIEWER);
        assertThat(need("PUT", "/v1/meetings/m")).isEqualTo(Need.INGEST);
        assertThat(need("DELETE", "/v1/meetings/m")).isEqualTo(Need.ADMIN);
        assertThat(need("DELETE", "/v1/meetings/m/")).isEqualTo(Need.ADMIN);
        assertThat(need("GET", "/static/bundle/app.js")).isEqualTo(Need.NOTHING);
        assertThat(need("GET", "/q/health/ready")).isEqualTo(Need.NOTHING);
    }

    @Test
    void whatIsNotInTheTableIsNoRoute() {
        for (String path : new String[] {
            "/v1",
            "/v1/meetings/m/secrets",
            "/v1/meetings/m/frames/x",
            "/v1/mex",
            "/v1/me/else",
            "/q/dev",
            "/statics",
            "/v1/meetings//frames",
            "/v2/meetings",
            "/q/healthy",
            "/v1/access/sessions"
        }) {
            assertThat(Routes.of("GET", path)).as(path).isEmpty();
            assertThat(Routes.of("DELETE", path)).as(path).isEmpty();
        }
        assertThat(Routes.of("PATCH", "/v1/meetings/m")).isEmpty();
        assertThat(Routes.of("OPTIONS", "/v1/meetings/m")).isEmpty();
        assertThat(Routes.methods("/v1/meetings/m")).containsExactlyInAnyOrder("GET", "PUT", "DELETE");
    }

    @Test
    void noTwoRoutesAreOne() {
        assertThat(Routes.ALL.stream().map(route -> route.method() + route.path()))
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingThatChangesSomethingIsOpenToEverybody() {
        assertThat(Routes.ALL)
                .filteredOn(
                        route -> route.need() == Need.NOTHING && !route.method().equals("GET"))
                .extracting(Route::path)
                .containsExactlyInAnyOrder("/v1/me", "/v1/me/export", "/v1/me/consent", "/v1/access/session");
    }

    private static Need need(String method, String path) {
        return Routes.of(method, path).orElseThrow().need();
    }
}
