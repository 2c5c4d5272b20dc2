# Falls, cameras and fits from their definitions: vectors for the camera, sums for the bounces, least squares for the fits.
import json
import numpy as np

golden = json.load(open('golden.json'))
draw = np.random.default_rng(25)
FPS = [24.0, 30.0, 60.0]


def row(focal, height, depth, z, pitch=0.0):
    """The point (depth, z) turned into the camera's axes; rows go downwards."""
    forward = np.array([np.cos(pitch), -np.sin(pitch)])
    up = np.array([np.sin(pitch), np.cos(pitch)])
    point = np.array([depth, z - height])
    return 640 - focal * (point @ up) / (point @ forward)


def height_at(drop, g, e, t):
    """Of a ball that falls, and comes up with the share e of its speed again and again."""
    fall = np.sqrt(2 * drop / g)
    if t <= fall:
        return drop - g * t**2 / 2
    t, speed = t - fall, e * g * fall
    while speed > 1e-6 and t > 2 * speed / g:
        t, speed = t - 2 * speed / g, e * speed
    return max(0.0, speed * t - g * t**2 / 2) if speed > 1e-6 else 0.0


def drop_frame(rows, line):
    return next((i - 1 for i in range(1, len(rows)) if rows[i] > line and rows[i] - rows[i - 1] < 1), None)


def fit(times, heights):
    slope, intercept = np.polyfit(times, heights, 1)
    lt, lh = np.log(times), np.log(heights)
    p = np.linalg.lstsq(lh[:, None], lt, rcond=None)[0][0]
    free, factor = np.linalg.lstsq(np.stack([lh, np.ones_like(lh)], axis=1), lt, rcond=None)[0]
    return {'ols_slope_h_on_t': slope, 'ols_intercept': intercept, 'exponent_p_through_origin': p, 'exponent_free': free,
            'exponent_free_intercept': factor, 'rms_log_residual': np.sqrt(np.mean((lt - p * lh) ** 2))}


def scene(number, focal):
    radius = draw.uniform(0.08, 0.15)
    heights = radius + draw.uniform(0.9, 3.0, 2)
    z_cam, depth = max(heights) / 2, 2.3 * max(heights)
    contact = row(focal, z_cam, depth, radius)
    low = row(focal, z_cam, depth, min(heights))
    return [number, *heights, radius, z_cam, depth, round(low + 0.6 * (contact - low))]


def track(scene, focal, g, e, fps, speed, count):
    number, h1, h2, radius, z_cam, depth, line = scene
    case = {'bench_sample': number, 'g': g, 'restitution': e, 'fps': fps, 'speed': speed, 'z_cam': z_cam, 'depth': depth, 'radius': radius,
            'h1': h1, 'h2': h2, 'threshold_y': line, 'y_contact': row(focal, z_cam, depth, radius)}
    for ball, h in ((1, h1), (2, h2)):
        rows = [row(focal, z_cam, depth, height_at(h - radius, g, e, i / fps * speed) + radius) for i in range(count)]
        frame = drop_frame(rows, line)
        case |= {f'y{ball}': rows, f'drop_frame{ball}': frame, f't_true{ball}': np.sqrt(2 * (h - radius) / g) / speed}
        if frame is not None:
            case |= {f't{ball}': frame / fps, f'hpx{ball}': rows[frame] - rows[0], f'g_eff{ball}': 2 * (h - radius) / (frame / fps) ** 2}
    if case['drop_frame1'] is not None and case['drop_frame2'] is not None:
        case |= {'h_ratio': case['hpx1'] / case['hpx2'], 't_ratio': (case['t1'] / case['t2']) ** 2,
                 'h_ratio_true': (h1 - radius) / (h2 - radius)}
    return case


def drag_time(h, v, g):
    return v / g * np.arccosh(np.exp(g * h / v**2))


def drag(h, v, g):
    step = 1e-3
    ln = [np.log(drag_time(h * np.exp(k * step), v, g)) for k in (-2, -1, 1, 2)]
    # t² ~ h^p: p is twice the slope of ln t, by differences of fourth order
    return {'h': h, 'v_t': v, 'g': g, 't': drag_time(h, v, g), 't_vacuum': np.sqrt(2 * h / g),
            'local_exponent_p': 2 * (8 * (ln[2] - ln[1]) - (ln[3] - ln[0])) / (12 * step)}


def pitched(focal, h1, h2, radius, z_cam, depth, degrees):
    first, second, contact = (row(focal, z_cam, depth, z, np.radians(degrees)) for z in (h1, h2, radius))
    return {'h1': h1, 'h2': h2, 'radius': radius, 'z_cam': z_cam, 'depth': depth, 'pitch_down_deg': degrees, 'f': focal,
            'y_contact': contact, 'y1': first, 'y2': second, 'pixel_height_ratio': (contact - first) / (contact - second),
            'true_drop_ratio': (h1 - radius) / (h2 - radius)}


def plane(L1, angle1, L2, angle2):
    case = {'L1': L1, 'angle1_deg': angle1, 'L2': L2, 'angle2_deg': angle2}
    for kind, inertia in (('slide', 0), ('roll', 2 / 5)):
        for ball, L, angle in ((1, L1, angle1), (2, L2, angle2)):
            case[f't{ball}_{kind}'] = np.sqrt(2 * L * (1 + inertia) / (9.81 * np.sin(np.radians(angle))))
    return {**case, 't2_ratio': (case['t1_roll'] / case['t2_roll']) ** 2}


def bounce(H, e, g):
    fall = np.sqrt(2 * H / g)
    return {'H': H, 'e': e, 'g': g, 't_fall': fall, 'bounce_air_time_1': 2 * e * fall, 'bounce_apex_1': (e * g * fall) ** 2 / (2 * g),
            'e_from_height': e, 'e_from_time': e, 'T_total_to_rest': fall + 2 * fall * sum(e**k for k in range(1, 400))}


def dilution(sigma, p, noise):
    """Covariance over variance, by quadrature over both normal variables."""
    x, w = np.polynomial.hermite_e.hermegauss(80)
    w = w / w.sum()
    h = np.exp(sigma * x)[:, None] + 0 * x
    t = np.exp(p * sigma * x[:, None] + noise * x)
    weight = w[:, None] * w
    mean = lambda f: np.sum(weight * f)
    return {'sigma_ln_h': sigma, 'p': p, 'sigma_noise': noise,
            'population_ols_slope_h_on_t2': (mean(h * t) - mean(h) * mean(t)) / (mean(t * t) - mean(t) ** 2)}


def campaign(scenes, focal, g, fps, e):
    seconds = 8
    clips = [track(one, focal, g, e, fps, 1.0, int(seconds * fps)) for one in scenes]
    clips = [c for c in clips if c['drop_frame1'] and c['drop_frame2'] and c['h_ratio'] > 0]
    found = fit([c['t_ratio'] for c in clips], [c['h_ratio'] for c in clips])
    g_eff = [c[f'g_eff{ball}'] for c in clips for ball in (1, 2)]
    return {'g': g, 'fps': fps, 'restitution': e, 'seconds': seconds, 'valid_scenes': len(clips), 'g_eff_mean': np.mean(g_eff),
            'g_eff_median': np.median(g_eff),
            **{key: found[key] for key in ('ols_slope_h_on_t', 'exponent_p_through_origin', 'rms_log_residual')}}


def other(focal, count, seed_g):
    file = dict(golden, f_pixels=focal)
    scenes = [scene(500 + k, focal) for k in range(count)]
    file['bench_scenes'] = {**golden['bench_scenes'], 'rows': scenes}
    file['pinhole_benchmark'] = []
    for number, h1, h2, radius, z_cam, depth, line in scenes[:3]:
        rows = [row(focal, z_cam, depth, h) for h in (h1, h2)]
        file['pinhole_benchmark'].append({
            'bench_sample': number, 'h1': h1, 'h2': h2, 'radius': radius, 'z_cam': z_cam, 'depth': depth, 'y1_model': rows[0], 'y2_model': rows[1],
            'y1_bench': rows[0] - 0.4, 'y2_bench': rows[1] + 0.3, 'ground_threshold_y': line})
    file['estimator_tracks'] = [track(scenes[0], focal, seed_g, 0.5, 30.0, 1.0, 80), track(scenes[3], focal, 9.81, 0.3, 60.0, 0.5, 150)]
    file['drag'] = [drag(1.7, 3.0, 9.81), drag(2.4, 1.2, seed_g)]
    file['pitched_camera'] = [pitched(1400.0, 2.1, 1.0, 0.12, 1.6, 4.9, 12.0), pitched(2000.0, 3.0, 1.7, 0.09, 2.2, 7.5, -5.0)]
    file['inclined_plane'] = [plane(1.2, 25.0, 2.3, 41.0)]
    file['bounce'] = [bounce(1.1, 0.8, seed_g)]
    h = np.exp(draw.normal(size=count))
    t = h**1.3 * np.exp(0.2 * draw.normal(size=count))
    file['regression'] = {'t2_ratio': t.tolist(), 'h_ratio': h.tolist(), **fit(t, h)}
    file['regression_dilution'] = [dilution(0.4, 1.5, 0.2), dilution(0.3, 0.7, 0.4)]
    file['newton_campaign'] = [campaign(scenes, focal, seed_g, fps, 0.4) for fps in (24.0, 30.0)]
    return file


outputs = ['bench_scenes.rows.2.5', 'pinhole_benchmark.1.y2_model', 'estimator_tracks.0.y1.9', 'estimator_tracks.0.t_true2',
           'estimator_tracks.1.drop_frame1', 'drag.0.t', 'drag.1.local_exponent_p', 'pitched_camera.1.pixel_height_ratio', 'inclined_plane.0.t2_roll',
           'bounce.0.T_total_to_rest', 'regression.exponent_free', 'regression.rms_log_residual', 'regression_dilution.1.population_ols_slope_h_on_t2',
           'newton_campaign.0.ols_slope_h_on_t', 'newton_campaign.1.valid_scenes']
print(json.dumps([{'file': other(golden['f_pixels'], 12, 3.71), 'outputs': outputs}, {'file': other(golden['f_pixels'], 31, 6.2), 'outputs': outputs}]))
